package ai.chronom.m365.sandbox;

import ai.chronom.m365.sandbox.contoso.Company;
import ai.chronom.m365.sandbox.registration.Registration;
import java.nio.file.Path;
import java.time.Clock;

/**
 * How a sandbox starts.
 *
 * @param port of the login host, the three others follow; 0 takes four free ones
 * @param users size of the company, 1 to 1,000,000
 * @param directory keeps the certificate authority and the app registration
 * @param stage how far the administrator has come when the directory is empty
 * @param company who works there, with which licenses
 */
public record SandboxOptions(
    int port, int users, Path directory, Clock clock, Registration.Stage stage, Company company) {
  private static final int DEFAULT_PORT = 8090;
  private static final int DEFAULT_USERS = 120;
  private static final int MAX_USERS = 1_000_000;

  public SandboxOptions {
    if (users < 1 || users > MAX_USERS) {
      throw new IllegalArgumentException(
          "chronom.sandbox.users: 1 to " + MAX_USERS + " expected, " + users + " given");
    }
    if (port < 0 || port > 65_532) {
      throw new IllegalArgumentException(
          "chronom.sandbox.port: 0 to 65532 expected, " + port + " given");
    }
  }

  /** For tests: four free ports, 120 users, everything configured and consented. */
  public static SandboxOptions in(Path directory) {
    return new SandboxOptions(
        0,
        DEFAULT_USERS,
        directory,
        Clock.systemUTC(),
        Registration.Stage.CONSENTED,
        Company.USUAL);
  }

  /** For a process of its own: the system properties {@code chronom.sandbox.*}. */
  static SandboxOptions fromSystemProperties() {
    return new SandboxOptions(
        number("chronom.sandbox.port", DEFAULT_PORT),
        number("chronom.sandbox.users", DEFAULT_USERS),
        Path.of(System.getProperty("chronom.sandbox.directory", "sandbox-data")),
        Clock.systemUTC(),
        Registration.Stage.CONSENTED,
        Company.USUAL);
  }

  private static int number(String key, int otherwise) {
    String given = System.getProperty(key, Integer.toString(otherwise));
    if (!given.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(key + ": a number expected, " + given + " given");
    }
    return Integer.parseInt(given);
  }

  public SandboxOptions withPort(int other) {
    return new SandboxOptions(other, users, directory, clock, stage, company);
  }

  public SandboxOptions withUsers(int other) {
    return new SandboxOptions(port, other, directory, clock, stage, company);
  }

  public SandboxOptions withClock(Clock other) {
    return new SandboxOptions(port, users, directory, other, stage, company);
  }

  public SandboxOptions withStage(Registration.Stage other) {
    return new SandboxOptions(port, users, directory, clock, other, company);
  }

  public SandboxOptions withCompany(Company other) {
    return new SandboxOptions(port, users, directory, clock, stage, other);
  }
}
