package ai.chronom.m365.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/**
 * EclipseLink tries a read on a broken connection again after five seconds, and once more: after
 * PostgreSQL has restarted, callers would still wait for ten. No property says how long, and its
 * classes belong to the servers, in three versions: hence by name.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class ShortPauses {
  private static final System.Logger LOG = System.getLogger(ShortPauses.class.getName());
  private static final String SESSION = "org.eclipse.persistence.sessions.Session";
  private static final int PAUSE_MILLISECONDS = 200;

  @PersistenceUnit(unitName = "chronom")
  @SuppressWarnings("NullAway.Init")
  EntityManagerFactory factory;

  @PostConstruct
  void set() {
    try {
      Class<?> type = Class.forName(SESSION, false, Thread.currentThread().getContextClassLoader());
      Object login = type.getMethod("getLogin").invoke(factory.unwrap(type));
      login
          .getClass()
          .getMethod("setDelayBetweenConnectionAttempts", int.class)
          .invoke(login, PAUSE_MILLISECONDS);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Slower after an outage, and right all the same.
      LOG.log(
          System.Logger.Level.WARNING, "Pauses after an outage stay as EclipseLink has them", e);
    }
  }
}
