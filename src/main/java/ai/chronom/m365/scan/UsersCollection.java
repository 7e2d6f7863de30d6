package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.permission.PermissionCatalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * All accounts with their licenses, and when they last signed in if the tenant may know: that needs
 * AuditLog.Read.All and Entra ID P1, and pages of 500 instead of 999. What nobody reads, such as
 * assignedPlans, is not asked for (ADR 032).
 */
final class UsersCollection implements ScanCollection {
  private static final String PROPERTIES =
      "?$select=id,userPrincipalName,mail,displayName,givenName,surname,jobTitle,"
          + "employeeId,employeeType,department,companyName,usageLocation,userType,externalUserState,"
          + "accountEnabled,onPremisesSyncEnabled,createdDateTime,employeeHireDate,"
          + "assignedLicenses,licenseAssignmentStates";
  private static final String SELECT = "/v1.0/users" + PROPERTIES;
  static final String PATH = SELECT + "&$top=999";
  static final String PATH_WITH_SIGN_INS = SELECT + ",signInActivity&$top=500";

  /** Premium tenants are refused for a moment too (microsoft-graph-docs 14142, 14118). */
  private static final int TRIES = 3;

  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Override
  public Declaration about() {
    return new Declaration(
        CollectionName.USERS,
        PermissionCatalog.DIRECTORY_READ_ALL,
        PATH,
        "Who has which license, by which way, and whether the account is still in use.",
        "snapshot_user");
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    SignIns signIns = signInsSoFar(reading);
    DeltaPlan plan = DeltaPlan.of(reading, signIns);
    if (readOnlyChanges(plan, reading)) {
      return end(reading, plan.signIns());
    }
    UserWriter writer = reading.write(c -> UserWriter.on(c, reading.scan().id()));
    if (signIns == SignIns.KNOWN) {
      signIns = readWithSignIns(reading, writer);
    }
    if (signIns != SignIns.KNOWN) {
      reading.pages(paged(PATH, false, writer));
    }
    return end(reading, signIns);
  }

  @Override
  public void finish(ScanContext context) {
    AccountNames.store(context);
  }

  /** The query for one user. */
  static String propertiesOf(boolean withSignIns) {
    return withSignIns ? PROPERTIES + ",signInActivity" : PROPERTIES;
  }

  /** False when everybody is to be read. */
  private static boolean readOnlyChanges(DeltaPlan plan, CollectionReading reading) {
    if (plan.isOrphaned()) {
      plan.abandon();
      return false;
    }
    if (!plan.onlyChanges()) {
      plan.rememberWhereChangesBegin();
      return false;
    }
    try {
      plan.read(new ChangedUsers(reading, plan.signIns() == SignIns.KNOWN));
      return true;
    } catch (Unreadable unreadable) {
      plan.abandon();
    } catch (GraphRefused refused) {
      if (Refusals.passes(refused) || Refusals.endsTheScan(refused)) {
        throw refused;
      }
      plan.abandon();
    }
    return false;
  }

  private static SignIns signInsSoFar(CollectionReading reading) {
    SignIns decided = reading.scan().signIns();
    if (decided != null) {
      return decided;
    }
    return reading.permits(PermissionCatalog.AUDIT_LOG_READ_ALL)
        ? SignIns.KNOWN
        : SignIns.NOT_PERMITTED;
  }

  private static SignIns readWithSignIns(CollectionReading reading, UserWriter writer) {
    for (int attempt = 1; ; attempt++) {
      try {
        reading.pages(paged(PATH_WITH_SIGN_INS, true, writer));
        return SignIns.KNOWN;
      } catch (GraphRefused refused) {
        Optional<SignIns> missing = missing(refused);
        if (missing.isEmpty()) {
          throw refused;
        }
        if (attempt == TRIES) {
          reading.goOnAt(PATH, missing.get());
          return missing.get();
        }
        reading.pause(PAUSE.multipliedBy(attempt));
      }
    }
  }

  /** Refusals that the same request without sign-ins would not meet. */
  private static Optional<SignIns> missing(GraphRefused refused) {
    if (refused.kind() == RefusalKind.LICENSE_MISSING) {
      return Optional.of(SignIns.LICENSE_MISSING);
    }
    return refused.kind() == RefusalKind.NOT_PERMITTED
        ? Optional.of(SignIns.NOT_PERMITTED)
        : Optional.empty();
  }

  private static Paged<ScannedUser> paged(String path, boolean withSignIns, UserWriter writer) {
    return new Paged<>(path, json -> new UserReader(json, withSignIns), writer);
  }

  private static CollectionOutcome end(CollectionReading reading, SignIns signIns) {
    reading.write(
        connection -> {
          new ScanRows(connection).knowSignIns(reading.scan().id(), signIns);
          rememberDisabled(connection, reading.scan());
          return signIns;
        });
    return switch (signIns) {
      case KNOWN -> CollectionOutcome.complete();
      case NOT_PERMITTED ->
          new CollectionOutcome.Complete(
              "Sign-ins are unknown: permission AuditLog.Read.All is not granted.", null);
      case LICENSE_MISSING ->
          new CollectionOutcome.Complete(
              "Sign-ins are unknown: the tenant has no Entra ID P1 or P2 license, which Microsoft"
                  + " asks for.",
              null);
    };
  }

  private static void rememberDisabled(Connection connection, ScanRows.Open scan)
      throws SQLException {
    Optional<Long> previous =
        new ScanRows(connection).previous(scan.id(), scan.tenantId(), CollectionName.USERS);
    if (previous.isPresent()) {
      new SnapshotWriter(connection, scan.id()).rememberDisabled(previous.get(), scan.startedAt());
    }
  }
}
