package org.ionspike.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;

/** Holds the arrows between the modules, and what must not appear in anything that reaches a result. */
@AnalyzeClasses(packages = "org.ionspike", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule arrowsPointToTheEngine = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.ionspike..")
            .withOptionalLayers(true)
            .layer("engine")
            .definedBy("org.ionspike.engine..")
            .layer("networks")
            .definedBy("org.ionspike.networks..")
            .layer("datasets")
            .definedBy("org.ionspike.datasets..")
            .layer("benchmarks")
            .definedBy("org.ionspike.benchmarks..")
            .whereLayer("engine")
            .mayNotAccessAnyLayer()
            .whereLayer("networks")
            .mayOnlyAccessLayers("engine")
            .whereLayer("datasets")
            .mayOnlyAccessLayers("engine")
            .whereLayer("benchmarks")
            .mayNotBeAccessedByAnyLayer()
            .because("engine sees none, networks and datasets see the engine only, benchmarks is the outermost layer");

    @ArchTest
    static final ArchRule randomNumbersComeFromNamedStreams = noClasses()
            .should()
            .accessClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(StrictMath.class, "random")
            .because("every random number comes from RandomStreams, by name, from the one seed");

    @ArchTest
    static final ArchRule conventionalNetworksStayAmongTheBaselines = noClasses()
            .that()
            .resideOutsideOfPackage("org.ionspike.benchmarks.baseline..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.deeplearning4j..")
            .because("DL4J trains what ionic networks are compared with, and nothing else");

    @ArchTest
    static final ArchRule theEngineHasNoCyclesAmongItsPackages = slices().matching("org.ionspike.engine.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);
}
