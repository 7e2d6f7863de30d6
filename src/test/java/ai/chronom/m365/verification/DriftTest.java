package ai.chronom.m365.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.permission.PermissionType;
import ai.chronom.m365.verification.Drift.Known;
import ai.chronom.m365.verification.Fact.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {
  private static final GraphPermission REPORTS =
      PermissionCatalog.all().stream()
          .filter(permission -> permission.name().equals("Reports.Read.All"))
          .findFirst()
          .orElseThrow();
  private static final Failure EXPIRED = Failure.of("AADSTS7000222", "It expired.", "Renew it.");

  private final Map<Thing, Known> known = new LinkedHashMap<>();

  /** As the log does it. */
  private List<Change> see(Seen seen) {
    Drift drift = Drift.between(Map.copyOf(known), seen);
    drift.forgotten().forEach(known::remove);
    drift.learned().forEach(f -> known.put(f.thing(), new Known(f.value(), f.shown())));
    return drift.changes();
  }

  private List<Change> see(PermissionVerdict verdict) {
    return see(Seen.of(findings(List.of(verdict), List.of(), List.of(), true)));
  }

  private List<ChangeKind> kinds(PermissionVerdict verdict) {
    return see(verdict).stream().map(Change::kind).toList();
  }

  @Nested
  class Permissions {
    @Test
    void firstVerificationIsOneEntryWithItsCount() {
      assertThat(see(granted()))
          .containsExactly(Change.plain(ChangeKind.FIRST_VERIFIED, "", "1", "1"));
    }

    @Test
    void sameAgainIsNoChange() {
      see(granted());
      assertThat(see(granted())).isEmpty();
    }

    @Test
    void lostConsentIsOneChangeWithItsRemedyAndNoneWhenRepeated() {
      see(granted());
      assertThat(see(lost()))
          .containsExactly(
              new Change(
                  ChangeKind.PERMISSION_LOST,
                  "Reports.Read.All",
                  "granted",
                  "consent-missing",
                  "Consent.",
                  "https://portal"));
      assertThat(see(lost())).isEmpty();
      assertThat(kinds(granted())).containsExactly(ChangeKind.PERMISSION_GRANTED);
    }

    @Test
    void whatCouldNotBeSeenStaysKnown() {
      see(granted());
      assertThat(see(unknown())).isEmpty();
      assertThat(see(granted())).isEmpty();
      see(unknown());
      assertThat(kinds(lost())).containsExactly(ChangeKind.PERMISSION_LOST);
    }

    @Test
    void takenOffTheRegistrationWhileStillConsentedIsTold() {
      see(granted());
      PermissionVerdict left =
          verdict(Answer.NO, Answer.YES, Effective.YES, PermissionStatus.GRANTED);
      assertThat(kinds(left)).containsExactly(ChangeKind.PERMISSION_NOT_CONFIGURED);
      assertThat(kinds(left)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "NOT_CONFIGURED, PERMISSION_NOT_CONFIGURED",
      "WRONG_TYPE, PERMISSION_WRONG_TYPE",
      "CONSENT_MISSING, PERMISSION_LOST"
    })
    void statusNamesTheKind(PermissionStatus status, ChangeKind expected) {
      see(granted());
      assertThat(kinds(verdict(Answer.NO, Answer.NO, Effective.NO, status)))
          .containsExactly(expected);
    }

    @Test
    void serviceThatStopsAnsweringIsTold() {
      see(granted());
      PermissionVerdict dead =
          verdict(Answer.YES, Answer.YES, Effective.LICENSE_MISSING, PermissionStatus.GRANTED);
      assertThat(kinds(dead)).containsExactly(ChangeKind.PERMISSION_INEFFECTIVE);
      assertThat(kinds(granted())).containsExactly(ChangeKind.PERMISSION_EFFECTIVE);
    }

    @Test
    void consentThatShowsLateIsNotToldTwice() {
      see(granted());
      see(lost());
      PermissionVerdict throttled =
          verdict(Answer.YES, Answer.YES, Effective.UNKNOWN, PermissionStatus.GRANTED);
      assertThat(kinds(throttled)).containsExactly(ChangeKind.PERMISSION_GRANTED);
      assertThat(kinds(granted())).isEmpty();
    }
  }

  @Nested
  class Excess {
    @Test
    void foundAtFirstIsNoChange() {
      assertThat(kinds(see(excess(true, true)))).containsExactly(ChangeKind.FIRST_VERIFIED);
    }

    @Test
    void writePermissionThatComesAndGoesIsTold() {
      see(excess(false, true));
      assertThat(kinds(see(excess(true, true)))).containsExactly(ChangeKind.WRITE_PERMISSION_ADDED);
      assertThat(see(excess(true, true))).isEmpty();
      assertThat(kinds(see(excess(false, true))))
          .containsExactly(ChangeKind.WRITE_PERMISSION_REMOVED);
    }

    @Test
    void invisibleDirectoryRemovesNothing() {
      see(excess(true, true));
      assertThat(see(excess(false, false))).isEmpty();
      assertThat(see(excess(true, true))).isEmpty();
    }

    @Test
    void foundWhenTheDirectoryBecomesVisibleIsNoChange() {
      see(excess(false, false));
      assertThat(see(excess(true, true))).isEmpty();
    }

    private List<ChangeKind> kinds(List<Change> changes) {
      return changes.stream().map(Change::kind).toList();
    }

    private Seen excess(boolean there, boolean whole) {
      ExcessPermission write =
          new ExcessPermission(
              "Directory.ReadWrite.All",
              "",
              PermissionType.APPLICATION,
              "Microsoft Graph",
              true,
              ExcessPermission.Access.WRITE,
              "",
              "Remove it.");
      return Seen.of(
          findings(List.of(granted()), there ? List.of(write) : List.of(), List.of(), whole));
    }
  }

  @Nested
  class Checks {
    @Test
    void brokenAndMendedAreToldWithWhatWasFound() {
      see(check(true, "AzureADMyOrg"));
      assertThat(see(check(false, "AzureADMultipleOrgs")))
          .containsExactly(
              new Change(
                  ChangeKind.CHECK_BROKEN,
                  "single-tenant",
                  "AzureADMyOrg",
                  "AzureADMultipleOrgs",
                  "Choose one.",
                  "https://portal"));
      assertThat(see(check(null, "not visible"))).isEmpty();
      assertThat(see(check(true, "AzureADMyOrg")))
          .extracting(Change::kind)
          .containsExactly(ChangeKind.CHECK_MENDED);
    }

    private Seen check(Boolean ok, String found) {
      return Seen.of(
          findings(
              List.of(granted()),
              List.of(),
              List.of(
                  new RegistrationCheck(
                      "single-tenant", "AzureADMyOrg", found, ok, "Choose one.", "https://portal")),
              true));
    }
  }

  @Nested
  class Credentials {
    @Test
    void rejectionIsToldOnceAndItsEndToo() {
      see(granted());
      assertThat(see(Seen.rejection(EXPIRED)))
          .extracting(Change::kind)
          .containsExactly(ChangeKind.CREDENTIAL_FAILED);
      assertThat(see(Seen.rejection(EXPIRED))).isEmpty();
      assertThat(kinds(granted())).containsExactly(ChangeKind.CREDENTIAL_WORKING);
    }

    @Test
    void outageChangesNothingElse() {
      see(granted());
      Failure down = Failure.of("unreachable", "No answer.", "");
      assertThat(see(Seen.outage(down)))
          .extracting(Change::kind)
          .containsExactly(ChangeKind.TENANT_UNREACHABLE);
      assertThat(see(Seen.outage(down))).isEmpty();
      assertThat(kinds(granted())).containsExactly(ChangeKind.TENANT_BACK);
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.EnumSource(ChangeKind.class)
  void everyKindReadsAsASentence(ChangeKind kind) {
    assertThat(ChangeSentence.of(Change.plain(kind, "Reports.Read.All", "no", "yes")))
        .endsWithIgnoringCase(kind == ChangeKind.TENANT_UNREACHABLE ? "yes" : ".")
        .doesNotContain("{");
  }

  @Test
  void hostileNamesAreNoFormats() {
    assertThat(
            ChangeSentence.of(Change.plain(ChangeKind.EXCESS_ADDED, "{0} '{1}", "", "consented")))
        .startsWith("{0} '{1} was added");
  }

  private static VerificationFindings findings(
      List<PermissionVerdict> verdicts,
      List<ExcessPermission> excess,
      List<RegistrationCheck> checks,
      boolean whole) {
    return new VerificationFindings(verdicts, excess, checks, null, 3, whole);
  }

  private static PermissionVerdict granted() {
    return verdict(Answer.YES, Answer.YES, Effective.YES, PermissionStatus.GRANTED);
  }

  private static PermissionVerdict lost() {
    return verdict(Answer.YES, Answer.NO, Effective.NO, PermissionStatus.CONSENT_MISSING);
  }

  private static PermissionVerdict unknown() {
    return verdict(Answer.UNKNOWN, Answer.UNKNOWN, Effective.UNKNOWN, PermissionStatus.UNKNOWN);
  }

  private static PermissionVerdict verdict(
      Answer configured, Answer consented, Effective effective, PermissionStatus status) {
    return new PermissionVerdict(
        REPORTS,
        configured,
        consented,
        effective,
        status,
        status == PermissionStatus.GRANTED ? "" : "Consent.",
        status == PermissionStatus.GRANTED ? "" : "https://portal",
        "");
  }
}
