package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Ids;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.registration.Registration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Sign-ins, directory audits, registration of authentication methods. */
final class LogSources {
  private static final String POWER_BI = "00000009-0000-0000-c000-000000000000";
  private static final String OFFICE_PORTAL = "00000006-0000-0ff1-ce00-000000000000";

  private final Contoso contoso;
  private final Answers answers;

  LogSources(Contoso contoso, Answers answers) {
    this.contoso = contoso;
    this.answers = answers;
  }

  void addTo(Sources sources) {
    sources.add(
        "/auditLogs/signIns",
        r ->
            answers.list(
                r, "auditLogs/signIns", Paging.LOGS, rows(this::hasSignedIn, this::signIn)));
    sources.add(
        "/auditLogs/directoryAudits",
        r ->
            answers.list(
                r,
                "auditLogs/directoryAudits",
                Paging.LOGS,
                rows(this::wasDisabled, this::disabling)));
    sources.add(
        "/auditLogs/provisioning",
        r -> answers.list(r, "auditLogs/provisioning", Paging.LOGS, List.of()));
    sources.add(
        "/reports/authenticationMethods/userRegistrationDetails",
        r ->
            answers.list(
                r,
                "reports/authenticationMethods/userRegistrationDetails",
                Paging.LOGS,
                rows(p -> !p.isExternal(), this::methods)));
  }

  private interface Maker {
    Map<String, Object> row(Person person);
  }

  private Rows rows(Predicate<Person> belongs, Maker maker) {
    return new Rows() {
      @Override
      public int size() {
        return contoso.users();
      }

      @Override
      public boolean includes(int index) {
        return belongs.test(contoso.person(index));
      }

      @Override
      public Map<String, Object> row(int index, Set<String> wanted) {
        return maker.row(contoso.person(index));
      }
    };
  }

  private boolean hasSignedIn(Person person) {
    return person
        .attemptedAt()
        .filter(
            at ->
                at.isAfter(
                    contoso.startDay().minusDays(30).atStartOfDay().toInstant(ZoneOffset.UTC)))
        .isPresent();
  }

  private Map<String, Object> signIn(Person person) {
    boolean failed = person.succeededAt().isEmpty();
    return Props.of("id", Ids.of("SignIn", person.number()))
        .and("createdDateTime", person.attemptedAt().orElseThrow().toString())
        .and("userDisplayName", person.displayName())
        .and("userPrincipalName", person.userPrincipalName())
        .and("userId", person.id())
        .and("appId", person.usesPowerBi() ? POWER_BI : OFFICE_PORTAL)
        .and(
            "appDisplayName",
            person.usesPowerBi() ? "Power BI Service" : "Microsoft Office 365 Portal")
        .and("ipAddress", "203.0.113." + person.number() % 250)
        .and("clientAppUsed", "Browser")
        .and("correlationId", Ids.of("correlation", person.number()))
        .and("conditionalAccessStatus", "notApplied")
        .and("isInteractive", true)
        .and("riskDetail", "none")
        .and("riskLevelAggregated", "none")
        .and("riskLevelDuringSignIn", "none")
        .and("riskState", "none")
        .and("resourceDisplayName", "Microsoft Graph")
        .and("resourceId", Registration.GRAPH_APP_ID)
        .and(
            "status",
            Props.of("errorCode", failed ? 50126 : 0)
                .and(
                    "failureReason",
                    failed
                        ? "Error validating credentials due to invalid username or password."
                        : "Other.")
                .and("additionalDetails", null))
        .and("appliedConditionalAccessPolicies", List.of());
  }

  private boolean wasDisabled(Person person) {
    return person.situation() == Situation.DISABLED_RECENTLY;
  }

  private Map<String, Object> disabling(Person person) {
    return Props.of("id", "Directory_" + Ids.of("audit", person.number()))
        .and("category", "UserManagement")
        .and("correlationId", Ids.of("audit correlation", person.number()))
        .and("result", "success")
        .and("resultReason", "")
        .and("activityDisplayName", "Disable account")
        .and("activityDateTime", contoso.startDay().minusDays(3) + "T15:04:05Z")
        .and("loggedByService", "Core Directory")
        .and("operationType", "Update")
        .and(
            "initiatedBy",
            Props.of("app", null)
                .and(
                    "user",
                    Props.of("id", Ids.of("admin", 0))
                        .and("displayName", "Contoso Admin")
                        .and("userPrincipalName", "admin@contoso.com")
                        .and("ipAddress", "203.0.113.1")))
        .and(
            "targetResources",
            List.of(
                Props.of("id", person.id())
                    .and("displayName", person.displayName())
                    .and("type", "User")
                    .and("userPrincipalName", person.userPrincipalName())
                    .and("modifiedProperties", List.of())))
        .and("additionalDetails", List.of());
  }

  private Map<String, Object> methods(Person person) {
    boolean registered = person.succeededAt().isPresent();
    boolean admin = person.situation() == Situation.ADMIN_SECONDARY_ACCOUNT;
    return Props.of("id", person.id())
        .and("userPrincipalName", person.userPrincipalName())
        .and("userDisplayName", person.displayName())
        .and("userType", "member")
        .and("isAdmin", admin)
        .and("isSsprRegistered", registered)
        .and("isSsprEnabled", true)
        .and("isSsprCapable", registered)
        .and("isMfaRegistered", registered)
        .and("isMfaCapable", registered)
        .and("isPasswordlessCapable", false)
        .and("methodsRegistered", registered ? List.of("microsoftAuthenticatorPush") : List.of())
        .and("isSystemPreferredAuthenticationMethodEnabled", true)
        .and(
            "systemPreferredAuthenticationMethods",
            registered ? List.of("PhoneAppNotification") : List.of())
        .and("userPreferredMethodForSecondaryAuthentication", registered ? "push" : "none")
        .and("lastUpdatedDateTime", contoso.startDay() + "T00:00:00Z");
  }
}
