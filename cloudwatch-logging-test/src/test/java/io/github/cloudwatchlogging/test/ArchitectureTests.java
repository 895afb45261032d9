package io.github.cloudwatchlogging.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTests {

	private static final String ROOT = "io.github.cloudwatchlogging.test";

	private final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void dependsOnNothingButTheJdkJacksonJUnitAndSpringsTests() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(ROOT + "..", "java..", "tools.jackson..", "org.jspecify..", "org.junit..",
					"org.springframework..")
			.check(this.classes);
	}

	@Test
	void sharesNoCodeWithTheRestOfTheProject() {
		classes().should()
			.onlyDependOnClassesThat(
					resideOutsideOfPackage("io.github.cloudwatchlogging..").or(resideInAPackage(ROOT + "..")))
			.check(this.classes);
	}

	@Test
	void onlyTheAnnotationForSpringNeedsSpring() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".spring..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..")
			.check(this.classes);
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void onlyTheExtensionsNeedJUnit() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT + ".junit..", ROOT + ".spring..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.junit..")
			.check(this.classes);
	}

	@Test
	void onlyTheOperationsAndTheAgentKnowJson() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT + ".api..", ROOT + ".agent..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("tools.jackson..")
			.check(this.classes);
	}

	@Test
	void theAgentKnowsNothingOfTheServer() {
		classes().that()
			.resideInAPackage(ROOT + ".agent..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(ROOT + ".agent..", "java..", "tools.jackson..", "org.jspecify..")
			.check(this.classes);
	}

	@Test
	void nothingButTheExtensionsKnowsTheServerItself() {
		noClasses().that()
			.resideInAnyPackage(ROOT + ".api..", ROOT + ".contract..", ROOT + ".fault..", ROOT + ".http..",
					ROOT + ".journal..", ROOT + ".quota..", ROOT + ".store..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT, ROOT + ".junit..", ROOT + ".spring..")
			.check(this.classes);
	}

}
