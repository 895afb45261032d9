package io.github.cloudwatchlogging;

import java.net.URL;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The arrows between the rooms, as the root package draws them.
 */
class RoomsTests {

	private static final String ROOT = "io.github.cloudwatchlogging.";

	private static final JavaClasses MODULE = new ClassFileImporter().importUrl(module());

	private static URL module() {
		return CloudWatchAppender.class.getProtectionDomain().getCodeSource().getLocation();
	}

	@Test
	void aRoomTouchesOnlyTheRoomsBelowIt() {
		layeredArchitecture().consideringOnlyDependenciesInLayers()
			.layer("logback")
			.definedBy(ROOT + "logback..")
			.layer("aws")
			.definedBy(ROOT + "aws..")
			.layer("agent")
			.definedBy(ROOT + "agent..")
			.layer("delivery")
			.definedBy(ROOT + "delivery..")
			.layer("lane")
			.definedBy(ROOT + "lane..")
			.layer("spool")
			.definedBy(ROOT + "spool..")
			.layer("batch")
			.definedBy(ROOT + "batch..")
			.layer("leaves")
			.definedBy(leaves())
			.whereLayer("logback")
			.mayNotBeAccessedByAnyLayer()
			.whereLayer("aws")
			.mayOnlyBeAccessedByLayers("logback")
			.whereLayer("agent")
			.mayOnlyBeAccessedByLayers("logback")
			.whereLayer("delivery")
			.mayOnlyBeAccessedByLayers("logback", "aws", "agent")
			.whereLayer("lane")
			.mayOnlyBeAccessedByLayers("logback", "aws", "delivery")
			.whereLayer("spool")
			.mayOnlyBeAccessedByLayers("logback", "aws", "delivery")
			.whereLayer("batch")
			.mayOnlyBeAccessedByLayers("logback", "aws", "agent", "delivery", "lane", "spool")
			.ensureAllClassesAreContainedInArchitectureIgnoring(JavaClass.Predicates.simpleName("package-info"))
			.check(MODULE);
	}

	@Test
	void aLeafKnowsTheJdkAndAtMostEventsAndSettings() {
		for (String leaf : leaves()) {
			classes().that()
				.resideInAPackage(leaf)
				.should()
				.onlyDependOnClassesThat()
				.resideInAnyPackage(leaf, ROOT + "event", ROOT + "settings", "java..", "org.jspecify..")
				.check(MODULE);
		}
	}

	private static String[] leaves() {
		return new String[] { ROOT + "event", ROOT + "template", ROOT + "settings", ROOT + "ledger", ROOT + "json",
				ROOT + "mask", ROOT + "metadata" };
	}

	@Test
	void onlyTheTopRoomKnowsLogback() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + "logback..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("ch.qos.logback..", "org.slf4j..")
			.check(MODULE);
	}

	@Test
	void onlyOneRoomKnowsTheSdk() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + "aws..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk..")
			.check(MODULE);
	}

	@Test
	void whoWritesFilesAndWhoConfiguresTheAgentDoNotKnowEachOther() {
		noClasses().that()
			.resideInAPackage(ROOT + "agent.config")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + "agent.files", ROOT + "delivery", ROOT + "batch")
			.check(MODULE);
		noClasses().that()
			.resideInAPackage(ROOT + "agent.files")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + "agent.config", ROOT + "lane", ROOT + "spool")
			.check(MODULE);
	}

	@Test
	void noPackagesFormACycle() {
		slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(MODULE);
	}

	@Test
	void nothingStaticChanges() {
		fields().that().areStatic().should().beFinal().check(MODULE);
	}

	@Test
	void nobodySleeps() {
		noClasses().should().callMethodWhere(sleeping()).check(MODULE);
	}

	private static DescribedPredicate<JavaMethodCall> sleeping() {
		return DescribedPredicate.describe("a thread sleeps",
				(call) -> call.getTarget().getName().equals("sleep")
						&& (call.getTargetOwner().isEquivalentTo(Thread.class)
								|| call.getTargetOwner().isEquivalentTo(java.util.concurrent.TimeUnit.class)));
	}

	@Test
	void nobodyLogsBesideLogback() {
		noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..").check(MODULE);
	}

}
