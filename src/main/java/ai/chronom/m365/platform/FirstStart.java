package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.NodeGate;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets the first administrator and the first program in; does nothing once an account exists. While
 * the node is shut it waits, since it may write nothing.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class FirstStart {
  private static final System.Logger LOG = System.getLogger(FirstStart.class.getName());
  private static final String ADMIN = "admin";
  private static final String PASSWORD_KEY = "chronom.bootstrap.admin-password-file";
  private static final String TOKEN_KEY = "chronom.bootstrap.api-token-file";

  @Inject NodeGate gate;
  @Inject Accounts accounts;
  @Inject ApiTokens tokens;

  @Inject
  @ConfigProperty(name = PASSWORD_KEY)
  Optional<String> passwordFile;

  @Inject
  @ConfigProperty(name = TOKEN_KEY)
  Optional<String> tokenFile;

  private boolean done;

  /** At the start a wrong password file stops the deployment. */
  @PostConstruct
  void atTheStart() {
    letInUnlessShut();
  }

  /** A timer that fails is cancelled for good by some servers, so nothing gets out. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void afterwards() {
    try {
      letInUnlessShut();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "Nobody could be let in; tried again in 5 seconds", e);
    }
  }

  private void letInUnlessShut() {
    if (!done && !gate.isShut()) {
      letIn();
      done = true;
    }
  }

  private void letIn() {
    if (!accounts.none()) {
      return;
    }
    if (tokenFile.isPresent() && tokens.none()) {
      String token = SecretFile.token(TOKEN_KEY, tokenFile.get());
      tokens.admit(new NewToken("bootstrap", Role.ADMIN, null), token, Actor.SYSTEM);
      LOG.log(System.Logger.Level.INFO, "The API token bootstrap was created from {0}", TOKEN_KEY);
    }
    if (passwordFile.isPresent()) {
      char[] password = SecretFile.password(PASSWORD_KEY, passwordFile.get());
      accounts.open(ADMIN, Role.ADMIN, password, Actor.SYSTEM);
      LOG.log(System.Logger.Level.INFO, "The account admin was created from {0}", PASSWORD_KEY);
    } else {
      LOG.log(
          System.Logger.Level.WARNING,
          "Nobody can sign in: there is no account yet. Set {0} and start again.",
          PASSWORD_KEY);
    }
  }
}
