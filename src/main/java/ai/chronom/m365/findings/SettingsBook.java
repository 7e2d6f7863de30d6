package ai.chronom.m365.findings;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.license.Segment;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Thresholds and lists as each tenant's admin keeps them. Findings follow with the next evaluation;
 * {@link Settling} asks for it at once.
 */
@Stateless
public class SettingsBook {
  private static final int ENTRIES_MAX = 10_000;

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource database;

  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** What an evaluation follows today. */
  public TenantSettings of(TenantId tenantId) {
    return Sql.call(
        database,
        connection -> {
          SettingsRows rows = new SettingsRows(connection, tenantId);
          List<SkuSetting> skus = rows.skus();
          return new TenantSettings(
              thresholds(rows.thresholds(), skus),
              lists(rows.entries(), skus, new UseRows(connection, tenantId).lists()),
              rows.segment());
        });
  }

  private static Thresholds thresholds(List<ThresholdLine> lines, List<SkuSetting> skus) {
    Map<Threshold, Integer> moved = new EnumMap<>(Threshold.class);
    lines.stream()
        .filter(ThresholdLine::moved)
        .forEach(line -> moved.put(line.name(), line.value()));
    Map<SkuId, Integer> buffers = new HashMap<>();
    Map<SkuId, Integer> minimums = new HashMap<>();
    for (SkuSetting sku : skus) {
      if (sku.buffer() != null) {
        buffers.put(sku.skuId(), sku.buffer());
      }
      if (sku.minimum() != null) {
        minimums.put(sku.skuId(), sku.minimum());
      }
    }
    return new Thresholds(moved, buffers, minimums);
  }

  private TenantLists lists(
      List<ListEntry> entries, List<SkuSetting> skus, Map<UsedProduct, UseList> uses) {
    LocalDate today = today();
    TenantLists lists =
        new TenantLists(
            Map.of(),
            skus.stream()
                .filter(SkuSetting::excluded)
                .map(SkuSetting::skuId)
                .collect(Collectors.toSet()),
            lastDays(entries),
            uses);
    for (PeopleList list : PeopleList.values()) {
      List<ListEntry> on =
          entries.stream().filter(one -> one.list() == list && one.holds(today)).toList();
      if (!on.isEmpty()) {
        lists =
            lists.with(
                list,
                new Members(
                    named(on, MemberKind.ACCOUNT),
                    named(on, MemberKind.DEPARTMENT),
                    named(on, MemberKind.EMPLOYEE_TYPE)));
      }
    }
    return lists;
  }

  private static Map<String, LocalDate> lastDays(List<ListEntry> entries) {
    Map<String, LocalDate> days = new HashMap<>();
    for (ListEntry entry : entries) {
      if (entry.list() == PeopleList.LEAVER && entry.until() != null) {
        days.put(entry.member(), entry.until());
      }
    }
    return days;
  }

  private static Set<String> named(List<ListEntry> entries, MemberKind kind) {
    Set<String> names = new HashSet<>();
    entries.stream().filter(one -> one.kind() == kind).forEach(one -> names.add(one.member()));
    return names;
  }

  /** Every threshold, moved or not. */
  public List<ThresholdLine> thresholds(TenantId tenantId) {
    return Sql.call(database, connection -> new SettingsRows(connection, tenantId).thresholds());
  }

  /** Moves thresholds; the standard value puts one back. Throws a {@link Problem} out of range. */
  public void move(TenantId tenantId, Map<Threshold, Integer> wanted, Actor actor) {
    wanted.forEach(Threshold::checked);
    Map<Threshold, Integer> before =
        thresholds(tenantId).stream()
            .collect(Collectors.toMap(ThresholdLine::name, ThresholdLine::value));
    Sql.call(
        database,
        connection -> {
          SettingsRows rows = new SettingsRows(connection, tenantId);
          for (Map.Entry<Threshold, Integer> one : wanted.entrySet()) {
            int old = before.getOrDefault(one.getKey(), one.getKey().standard());
            if (old != one.getValue()) {
              rows.write(one.getKey(), one.getValue(), actor, clock.instant());
              String detail = one.getKey().word() + " " + old + " -> " + one.getValue();
              audit.record(actor, AuditAction.THRESHOLD_MOVED, tenantId, Outcome.SUCCEEDED, detail);
            }
          }
          return rows;
        });
  }

  /** All lists, each by kind and name; also entries whose last day is over. */
  public List<ListEntry> entries(TenantId tenantId) {
    return Sql.call(database, connection -> new SettingsRows(connection, tenantId).entries());
  }

  /** Throws a {@link Problem} that names each wrong field, or when the list is full. */
  public void add(TenantId tenantId, ListForm form, Actor actor) {
    ListForm.Entered entered = form.entered(today());
    long known = entries(tenantId).stream().filter(one -> one.list() == entered.list()).count();
    if (known + entered.members().size() > ENTRIES_MAX) {
      throw Problem.invalid(
          "members",
          "A list holds at most " + ENTRIES_MAX + " entries, this one has " + known + ".");
    }
    Sql.call(
        database,
        connection -> {
          SettingsRows rows = new SettingsRows(connection, tenantId);
          rows.add(List.of(entered), actor, clock.instant());
          return rows;
        });
    String detail =
        entered.list().word()
            + " + "
            + entered.kind().word()
            + " "
            + String.join(", ", entered.members().stream().sorted().toList());
    audit.record(actor, AuditAction.LIST_CHANGED, tenantId, Outcome.SUCCEEDED, detail);
  }

  /**
   * Adds what a file says; who is on the list already gets the new note and day.
   *
   * @param instead whoever the file does not name leaves the list
   */
  public void importList(
      TenantId tenantId, PeopleList list, ListFile file, boolean instead, Actor actor) {
    Set<String> names =
        instead
            ? new HashSet<>()
            : entries(tenantId).stream()
                .filter(entry -> entry.list() == list)
                .map(entry -> entry.kind() + " " + entry.member())
                .collect(Collectors.toCollection(HashSet::new));
    file.entries()
        .forEach(one -> one.members().forEach(member -> names.add(one.kind() + " " + member)));
    if (names.size() > ENTRIES_MAX) {
      throw Problem.invalid(
          "file", "A list holds at most " + ENTRIES_MAX + " entries, not " + names.size() + ".");
    }
    Sql.call(
        database,
        connection -> {
          SettingsRows rows = new SettingsRows(connection, tenantId);
          if (instead) {
            rows.clear(list);
          }
          rows.add(file.entries(), actor, clock.instant());
          return rows;
        });
    String detail =
        list.word()
            + (instead ? " replaced by " : " + ")
            + file.entries().size()
            + " imported entries";
    audit.record(actor, AuditAction.LIST_CHANGED, tenantId, Outcome.SUCCEEDED, detail);
  }

  /** Throws a {@link Problem} when that list has no such entry. */
  public void remove(TenantId tenantId, PeopleList list, long id, Actor actor) {
    ListEntry entry =
        entries(tenantId).stream()
            .filter(one -> one.list() == list && one.id() == id)
            .findFirst()
            .orElseThrow(() -> Problem.notFound("The entry"));
    Sql.call(database, connection -> new SettingsRows(connection, tenantId).remove(list, id));
    String detail = list.word() + " - " + entry.kind().word() + " " + entry.member();
    audit.record(actor, AuditAction.LIST_CHANGED, tenantId, Outcome.SUCCEEDED, detail);
  }

  /** Products about which something is decided. */
  public List<SkuSetting> skus(TenantId tenantId) {
    return Sql.call(database, connection -> new SettingsRows(connection, tenantId).skus());
  }

  /** Throws a {@link Problem} that names each number out of range. */
  public void decide(TenantId tenantId, SkuSetting setting, Actor actor) {
    setting.checked();
    Sql.call(
        database,
        connection -> {
          SettingsRows rows = new SettingsRows(connection, tenantId);
          rows.write(setting, actor, clock.instant());
          return rows;
        });
    audit.record(actor, AuditAction.PRODUCT_SETTLED, tenantId, Outcome.SUCCEEDED, setting.words());
  }

  /** Whose prices hold for the tenant. */
  public void buyAs(TenantId tenantId, Segment segment, Actor actor) {
    Sql.call(
        database,
        connection -> {
          SettingsRows rows = new SettingsRows(connection, tenantId);
          rows.write(segment, actor, clock.instant());
          return rows;
        });
    String detail = "segment " + segment.word();
    audit.record(actor, AuditAction.THRESHOLD_MOVED, tenantId, Outcome.SUCCEEDED, detail);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
