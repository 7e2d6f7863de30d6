package ai.chronom.m365.container;

import java.io.File;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as the build made it, ready to take a test class. */
public final class BuiltWar {
  /** Names the full server, payara or wildfly, that runs the tests; not set on the embedded one. */
  static final String SERVER = "in-container.server";

  private BuiltWar() {}

  /** What each in-container test class returns from its {@code @Deployment}. */
  public static WebArchive forTests() {
    WebArchive war = ShrinkWrap.create(WebArchive.class, "chronom-m365.war");
    war.as(ExplodedImporter.class).importDirectory(new File("target/chronom-m365"));
    // The product's classes are in the test JVM's class path too; those of the WAR must come first.
    war.addAsWebInfResource(
        new StringAsset(
            "<glassfish-web-app><class-loader delegate=\"false\"/></glassfish-web-app>"),
        "glassfish-web.xml");
    war.addAsLibrary(openRunner());
    if (System.getProperty(SERVER) != null) {
      // A server of its own has no tests in its class path.
      war.addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class));
    }
    return war;
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** The product asks everybody to sign in; Arquillian's own servlet could not. */
  private static JavaArchive openRunner() {
    String fragment =
        """
        <web-fragment xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
          <security-constraint>
            <web-resource-collection>
              <web-resource-name>The test runner</web-resource-name>
              <url-pattern>/ArquillianServletRunnerEE9</url-pattern>
            </web-resource-collection>
          </security-constraint>
        </web-fragment>
        """;
    return ShrinkWrap.create(JavaArchive.class, "open-runner.jar")
        .addAsManifestResource(new StringAsset(fragment), "web-fragment.xml");
  }
}
