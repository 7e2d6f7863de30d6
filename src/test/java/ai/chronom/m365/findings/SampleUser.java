package ai.chronom.m365.findings;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.AssignmentPath;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.Seat;
import ai.chronom.m365.scan.ServiceActivity;
import ai.chronom.m365.scan.SignInActivity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account for tests: a person at work since years, unless told otherwise. */
public final class SampleUser {
  public static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
  public static final String GROUP = "aaaaaaaa-0000-4000-8000-000000000001";

  private final String name;
  private final Map<SkuId, List<AssignmentPath>> paths = new LinkedHashMap<>();
  private final Map<SkuId, Instant> changedAt = new HashMap<>();
  private String userType = "Member";
  private String suffix = "@contoso.com";
  private String externalUserState;
  private String employeeType = "Employee";
  private String employeeId;
  private String department = "Sales";
  private boolean person = true;
  private boolean enabled = true;
  private boolean synced;
  private Instant createdAt = ago(900);
  private Instant hiredAt;
  private Instant disabledSeen;
  private SignInActivity signIns = new SignInActivity(ago(1), ago(1), ago(0));
  private ServiceActivity activity = activity(2);
  private int assignedDaysAgo = 400;
  private final SampleTraces traces = new SampleTraces();
  private String usageLocation = "US";

  private SampleUser(String name) {
    this.name = name;
    this.employeeId = "C-" + name;
  }

  public static SampleUser named(String name) {
    return new SampleUser(name);
  }

  static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  private static ServiceActivity activity(int daysAgo) {
    LocalDate day = LocalDate.ofInstant(ago(daysAgo), ZoneOffset.UTC);
    return new ServiceActivity(day, null, null, day, null);
  }

  public SampleUser with(SkuId... skus) {
    for (SkuId sku : skus) {
      path(sku, null, "Active");
    }
    return this;
  }

  public SampleUser without(SkuId sku, String... plans) {
    Set<PlanId> off = Stream.of(plans).map(SampleSkus::planId).collect(Collectors.toSet());
    return add(sku, new AssignmentPath(null, "Active", null, off));
  }

  public SampleUser byGroupWithout(SkuId sku, String... plans) {
    Set<PlanId> off = Stream.of(plans).map(SampleSkus::planId).collect(Collectors.toSet());
    return add(sku, new AssignmentPath(GROUP, "Active", null, off));
  }

  public SampleUser byGroup(SkuId sku) {
    return path(sku, GROUP, "Active");
  }

  public SampleUser byGroup(SkuId sku, String group) {
    return path(sku, group, "Active");
  }

  public SampleUser failing(SkuId sku, String error) {
    return add(sku, new AssignmentPath(GROUP, "Error", error, Set.of()));
  }

  public SampleUser failing(SkuId sku) {
    return path(sku, GROUP, "Error");
  }

  private SampleUser path(SkuId sku, String group, String state) {
    return add(sku, new AssignmentPath(group, state, null, Set.of()));
  }

  private SampleUser add(SkuId sku, AssignmentPath path) {
    paths.computeIfAbsent(sku, any -> new ArrayList<>()).add(path);
    if (path.active()) {
      changedAt.merge(sku, ago(assignedDaysAgo), (one, other) -> one.isAfter(other) ? one : other);
    }
    return this;
  }

  /** For the licenses named after it. */
  public SampleUser assigned(int daysAgo) {
    assignedDaysAgo = daysAgo;
    return this;
  }

  public SampleUser disabled() {
    enabled = false;
    return this;
  }

  public SampleUser disabledSeen(int daysAgo) {
    enabled = false;
    disabledSeen = ago(daysAgo);
    return this;
  }

  public SampleUser synced() {
    synced = true;
    return this;
  }

  public SampleUser guest() {
    userType = "Guest";
    suffix = "_fabrikam.com#EXT#@contoso.com";
    externalUserState = "Accepted";
    return this;
  }

  /** A guest whose home is here: once a member, converted. */
  public SampleUser convertedGuest() {
    userType = "Guest";
    return this;
  }

  public SampleUser externalMember() {
    suffix = "_fabrikam.com#EXT#@contoso.com";
    externalUserState = "Accepted";
    return this;
  }

  public SampleUser created(int daysAgo) {
    createdAt = ago(daysAgo);
    return this;
  }

  public SampleUser hired(int daysAgo) {
    hiredAt = ago(daysAgo);
    return this;
  }

  public SampleUser employeeType(String type) {
    employeeType = type;
    return this;
  }

  public SampleUser department(String text) {
    department = text;
    return this;
  }

  /** No given name, surname, employee id or job title. */
  public SampleUser nameless() {
    person = false;
    employeeId = null;
    return this;
  }

  /** Every source says so. */
  public SampleUser idle(int days) {
    signIns = new SignInActivity(ago(days), ago(days), ago(days));
    activity = activity(days + 1);
    return this;
  }

  public SampleUser never() {
    signIns = new SignInActivity(null, null, null);
    activity = new ServiceActivity(null, null, null, null, null);
    return this;
  }

  public SampleUser signIns(Instant successful, Instant attempted, Instant background) {
    signIns = new SignInActivity(successful, attempted, background);
    return this;
  }

  public SampleUser signInsUnread() {
    signIns = null;
    return this;
  }

  /** The report has no row of the account. */
  public SampleUser unreported() {
    activity = null;
    return this;
  }

  /** The report has a row without dates. */
  public SampleUser reportedWithoutUse() {
    activity = new ServiceActivity(null, null, null, null, null);
    return this;
  }

  public SampleUser mailUsed(int daysAgo) {
    activity =
        new ServiceActivity(
            LocalDate.ofInstant(ago(daysAgo), ZoneOffset.UTC), null, null, null, null);
    return this;
  }

  /** What the services know of it. */
  public SampleUser seen(Consumer<SampleTraces> by) {
    by.accept(traces);
    return this;
  }

  SampleTraces traces() {
    return traces;
  }

  public SampleUser employeeId(String id) {
    employeeId = id;
    return this;
  }

  public SampleUser nowhere() {
    usageLocation = null;
    return this;
  }

  public String id() {
    return "id-" + name;
  }

  Set<SkuId> seats() {
    return paths.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(AssignmentPath::active))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  public ScannedUser scanned() {
    return new ScannedUser(
        id(),
        name + suffix,
        null,
        name,
        person ? name : null,
        person ? "Doe" : null,
        person ? "Clerk" : null,
        employeeId,
        employeeType,
        department,
        "Contoso",
        usageLocation,
        userType,
        externalUserState,
        enabled,
        synced,
        createdAt,
        hiredAt,
        disabledSeen,
        signIns,
        activity,
        paths.entrySet().stream()
            .map(entry -> new Seat(entry.getKey(), entry.getValue(), changedAt.get(entry.getKey())))
            .toList());
  }
}
