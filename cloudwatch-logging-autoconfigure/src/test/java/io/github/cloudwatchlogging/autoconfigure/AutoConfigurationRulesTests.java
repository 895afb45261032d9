package io.github.cloudwatchlogging.autoconfigure;

import java.util.concurrent.TimeUnit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * What is promised to users, and what this module may touch.
 */
class AutoConfigurationRulesTests {

	private static final String ROOT = "io.github.cloudwatchlogging.";

	private static final JavaClasses MODULE = new ClassFileImporter()
		.importUrl(CloudWatchLogsAutoConfiguration.class.getProtectionDomain().getCodeSource().getLocation());

	@Test
	void anAutoConfigurationIsPublicAndFinal() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(FINAL)
			.check(MODULE);
	}

	@Test
	void anAutoConfigurationHasNoPublicMember() {
		methods().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.notBePublic()
			.check(MODULE);
		fields().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.notBePublic()
			.allowEmptyShould(true)
			.check(MODULE);
		constructors().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.and()
			.haveRawParameterTypes(DescribedPredicate.describe("some", (types) -> !types.isEmpty()))
			.should()
			.notBePublic()
			.allowEmptyShould(true)
			.check(MODULE);
	}

	@Test
	void whatNeedNotBePublicIsNot() {
		classes().that(DescribedPredicate.not(promised())).should().notBePublic().check(MODULE);
	}

	// Boot imports auto-configurations by name, users inject properties and details, and
	// implement customizers.
	private static DescribedPredicate<JavaClass> promised() {
		return DescribedPredicate.describe("promised to users", (type) -> type.isAnnotatedWith(AutoConfiguration.class)
				|| type.getName().startsWith(CloudWatchLogsProperties.class.getName())
				|| type.getSimpleName().endsWith("Customizer") || type.getSimpleName().endsWith("ConnectionDetails")
				|| type.getSimpleName().endsWith("HealthIndicator") || type.getSimpleName().endsWith("Endpoint")
				|| type.getSimpleName().equals("CloudWatchLogsDelivery") || type.getSimpleName().endsWith("Event")
				|| type.getSimpleName().startsWith("ConditionalOn"));
	}

	@Test
	void nothingStaticChanges() {
		fields().that().areStatic().should().beFinal().check(MODULE);
	}

	@Test
	void nobodySleeps() {
		noClasses().should()
			.callMethodWhere(DescribedPredicate.<JavaMethodCall>describe("a thread sleeps",
					(call) -> call.getTarget().getName().equals("sleep")
							&& (call.getTargetOwner().isEquivalentTo(Thread.class)
									|| call.getTargetOwner().isEquivalentTo(TimeUnit.class))))
			.check(MODULE);
	}

	@Test
	void onlySpringLogbackTheClientAndThePublicRoomsAreTouched() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "org.springframework..", "ch.qos.logback..", "org.slf4j..",
					"org.apache.commons.logging", "io.micrometer.core..", "software.amazon.awssdk.core",
					"software.amazon.awssdk.auth.credentials", "software.amazon.awssdk.regions..",
					"software.amazon.awssdk.services.cloudwatchlogs", "org.testcontainers..", ROOT + "autoconfigure..",
					ROOT + "logback", ROOT + "logback.routing", ROOT + "logback.format", ROOT + "aws",
					ROOT + "settings", ROOT + "template", ROOT + "delivery", ROOT + "ledger", ROOT + "event",
					ROOT + "mask", ROOT + "spool", ROOT + "agent.config")
			.check(MODULE);
	}

	@Test
	void onlyItsOwnRoomTouchesWhatIsOptional() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT + "autoconfigure.testcontainers", ROOT + "autoconfigure.compose")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.testcontainers..", "org.springframework.boot.testcontainers..",
					"org.springframework.boot.docker.compose..")
			.check(MODULE);
	}

	@Test
	void nobodyTouchesTheRoomsOfOptionalConnections() {
		noClasses().that()
			.resideInAPackage(ROOT + "autoconfigure")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + "autoconfigure.testcontainers", ROOT + "autoconfigure.compose")
			.check(MODULE);
	}

}
