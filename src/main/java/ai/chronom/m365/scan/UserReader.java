package ai.chronom.m365.scan;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Graph users with their licenses and, when asked for, their sign-in activity. */
final class UserReader implements GraphPages.ItemReader<ScannedUser> {
  private static final int PATHS_MAX = 500;
  private static final int PLANS_MAX = 500;

  private final JsonCursor json;
  private final boolean withSignIns;

  /** Of this page: thousands of users have the same few. */
  private final Map<String, SkuId> skus = new HashMap<>();

  private final Map<String, PlanId> plans = new HashMap<>();
  private Draft draft = new Draft();

  UserReader(JsonCursor json, boolean withSignIns) {
    this.json = json;
    this.withSignIns = withSignIns;
  }

  private static final class Draft {
    @Nullable String id;
    @Nullable String userPrincipalName;
    @Nullable String mail;
    @Nullable String displayName;
    @Nullable String givenName;
    @Nullable String surname;
    @Nullable String jobTitle;
    @Nullable String employeeId;
    @Nullable String employeeType;
    @Nullable String department;
    @Nullable String companyName;
    @Nullable String usageLocation;
    @Nullable String userType;
    @Nullable String externalUserState;
    @Nullable Boolean accountEnabled;
    @Nullable Boolean synced;
    @Nullable Instant createdAt;
    @Nullable Instant hiredAt;
    @Nullable Instant lastSuccessful;
    @Nullable Instant lastInteractive;
    @Nullable Instant lastNonInteractive;
    final Map<SkuId, Set<PlanId>> assigned = new LinkedHashMap<>(4);
    final Map<SkuId, List<AssignmentPath>> paths = new LinkedHashMap<>(4);
    final Map<SkuId, Instant> changedAt = new HashMap<>(4);
    int pathCount;
    License license = new License();
  }

  /** One element of assignedLicenses or licenseAssignmentStates. */
  private static final class License {
    @Nullable String skuId;
    @Nullable String groupId;
    @Nullable String state;
    @Nullable String error;
    @Nullable Instant lastUpdated;
    Set<PlanId> disabledPlans = Set.of();
  }

  @Override
  public void field(String name) {
    switch (name) {
      case "id" -> draft.id = json.guid();
      case "userPrincipalName" -> draft.userPrincipalName = json.text(320);
      case "accountEnabled" -> draft.accountEnabled = json.flag();
      case "onPremisesSyncEnabled" -> draft.synced = json.flag();
      case "createdDateTime" -> draft.createdAt = json.time();
      case "employeeHireDate" -> draft.hiredAt = json.time();
      case "signInActivity" -> json.object(this::signIn);
      case "assignedLicenses" -> json.objects(this::assigned, this::license);
      case "licenseAssignmentStates" -> json.objects(this::path, this::license);
      default -> describing(name);
    }
  }

  private void describing(String name) {
    switch (name) {
      case "mail" -> draft.mail = json.text(320);
      case "displayName" -> draft.displayName = json.text(256);
      case "givenName" -> draft.givenName = json.text(128);
      case "surname" -> draft.surname = json.text(128);
      case "jobTitle" -> draft.jobTitle = json.text(256);
      case "employeeId" -> draft.employeeId = json.text(64);
      case "employeeType" -> draft.employeeType = json.text(128);
      case "department" -> draft.department = json.text(256);
      case "companyName" -> draft.companyName = json.text(256);
      case "usageLocation" -> draft.usageLocation = json.text(8);
      case "userType" -> draft.userType = json.text(40);
      case "externalUserState" -> draft.externalUserState = json.text(40);
      default -> json.skip();
    }
  }

  private void signIn(String name) {
    switch (name) {
      case "lastSuccessfulSignInDateTime" -> draft.lastSuccessful = json.time();
      case "lastSignInDateTime" -> draft.lastInteractive = json.time();
      case "lastNonInteractiveSignInDateTime" -> draft.lastNonInteractive = json.time();
      default -> json.skip();
    }
  }

  private void license(String name) {
    License license = draft.license;
    switch (name) {
      case "skuId" -> license.skuId = json.guid();
      case "assignedByGroup" -> license.groupId = json.guid();
      case "state" -> license.state = json.text(40);
      case "error" -> license.error = json.text(80);
      case "lastUpdatedDateTime" -> license.lastUpdated = json.time();
      case "disabledPlans" -> json.guids(this::disabledPlan);
      default -> json.skip();
    }
  }

  private void disabledPlan(String guid) {
    License license = draft.license;
    if (license.disabledPlans.isEmpty()) {
      license.disabledPlans = new LinkedHashSet<>();
    }
    if (license.disabledPlans.size() < PLANS_MAX) {
      license.disabledPlans.add(plans.computeIfAbsent(guid, PlanId::of));
    } else {
      json.warn();
    }
  }

  private void assigned() {
    License license = taken();
    if (license.skuId == null || draft.assigned.size() >= PATHS_MAX) {
      json.warn();
      return;
    }
    draft.assigned.putIfAbsent(sku(license.skuId), license.disabledPlans);
  }

  private void path() {
    License license = taken();
    if (license.skuId == null || license.state == null || draft.pathCount++ >= PATHS_MAX) {
      json.warn();
      return;
    }
    SkuId sku = sku(license.skuId);
    AssignmentPath path =
        new AssignmentPath(license.groupId, license.state, license.error, license.disabledPlans);
    draft.paths.computeIfAbsent(sku, any -> new ArrayList<>(2)).add(path);
    if (path.active() && license.lastUpdated != null) {
      draft.changedAt.merge(sku, license.lastUpdated, UserReader::later);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private SkuId sku(String guid) {
    return skus.computeIfAbsent(guid, SkuId::of);
  }

  private License taken() {
    License license = draft.license;
    draft.license = new License();
    return license;
  }

  @Override
  public Optional<ScannedUser> item() {
    Draft read = draft;
    draft = new Draft();
    if (read.id == null) {
      return Optional.empty();
    }
    if (read.userPrincipalName == null || read.userPrincipalName.isBlank()) {
      json.warn();
      read.userPrincipalName = read.id;
    }
    if (read.accountEnabled == null) {
      json.warn();
    }
    return Optional.of(user(read, read.id, read.userPrincipalName));
  }

  /** An account of which Graph doesn't say that it is disabled counts as enabled. */
  private ScannedUser user(Draft read, String id, String userPrincipalName) {
    return new ScannedUser(
        id,
        userPrincipalName,
        read.mail,
        read.displayName,
        read.givenName,
        read.surname,
        read.jobTitle,
        read.employeeId,
        read.employeeType,
        read.department,
        read.companyName,
        read.usageLocation,
        read.userType,
        read.externalUserState,
        !Boolean.FALSE.equals(read.accountEnabled),
        Boolean.TRUE.equals(read.synced),
        read.createdAt,
        read.hiredAt,
        null,
        withSignIns
            ? new SignInActivity(read.lastSuccessful, read.lastInteractive, read.lastNonInteractive)
            : null,
        null,
        seats(read));
  }

  private static List<Seat> seats(Draft read) {
    read.assigned.forEach(
        (sku, disabledPlans) ->
            read.paths.computeIfAbsent(
                sku, missing -> List.of(new AssignmentPath(null, "Active", null, disabledPlans))));
    List<Seat> seats = new ArrayList<>(read.paths.size());
    read.paths.forEach(
        (sku, paths) -> {
          Instant changedAt = read.changedAt.get(sku);
          seats.add(
              new Seat(
                  sku,
                  paths,
                  changedAt == null ? null : changedAt.truncatedTo(ChronoUnit.SECONDS)));
        });
    seats.sort(Comparator.comparing(Seat::skuId));
    return seats;
  }
}
