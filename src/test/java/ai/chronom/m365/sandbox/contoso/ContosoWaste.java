package ai.chronom.m365.sandbox.contoso;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The truth file: what the maker of Contoso planted, by the rule of the catalog that should see it;
 * ids of accounts, and part numbers of products. Nothing here asks a rule.
 */
public final class ContosoWaste implements PlantedWaste {
  private static final int REPORT_DAYS = 182;
  private static final int LOG_DAYS = 30;
  private static final int FEW_SEATS = 25;
  private static final int RENEWAL_DAYS = 90;

  /** Whose every license is superfluous, beyond doubt. */
  private static final Set<Situation> ALL_GO =
      Set.of(
          Situation.DISABLED_WITH_LICENSE,
          Situation.INACTIVE_90_DAYS,
          Situation.INACTIVE_WITH_OVERLAPPING_SUITES,
          Situation.NEVER_SIGNED_IN,
          Situation.SHARED_MAILBOX_WITH_LICENSE,
          Situation.SHARED_MAILBOX_WITH_ARCHIVE,
          Situation.ROOM_WITH_SUITE,
          Situation.GUEST_WITH_SUITE);

  /** Not judged by their use: newcomers, people on leave, mailboxes and robots. */
  private static final Set<Situation> NO_PERSON_AT_WORK =
      Set.of(
          Situation.NEW_JOINER,
          Situation.FUTURE_JOINER,
          Situation.ON_LEAVE,
          Situation.SERVICE_ACCOUNT_WITH_SUITE,
          Situation.SYNC_ACCOUNT,
          Situation.ROOM,
          Situation.ROOM_WITH_SUITE,
          Situation.PHONE_RESOURCE_ACCOUNT);

  private static final Set<String> FREE =
      Set.of("FLOW_FREE", "POWERAPPS_VIRAL", "POWER_BI_STANDARD", "PHONESYSTEM_VIRTUALUSER");
  private static final Set<String> NO_SEATS =
      Set.of("SHAREPOINTSTORAGE", "Microsoft_Teams_Premium");

  private final Contoso contoso;
  private final Set<String> withDevice;

  public ContosoWaste(Contoso contoso) {
    this.contoso = contoso;
    this.withDevice = contoso.deviceHolders().map(Person::id).collect(Collectors.toSet());
  }

  @Override
  public Map<String, Set<String>> byRule() {
    Map<String, Set<String>> truth = new HashMap<>();
    truth.put("R01", products(part -> spare(part) > buffer(part)));
    truth.put("R02", products(part -> renewsSoon(part) && drop(part) > 0));
    truth.put("R03", in(Situation.DISABLED_WITH_LICENSE, Situation.DISABLED_ON_HOLD));
    truth.put(
        "R04",
        in(
            Situation.INACTIVE_60_DAYS,
            Situation.INACTIVE_90_DAYS,
            Situation.INACTIVE_WITH_OVERLAPPING_SUITES));
    truth.put("R05", in(Situation.NEVER_SIGNED_IN, Situation.BREAK_GLASS_ACCOUNT));
    truth.put(
        "R06",
        in(
            Situation.SHARED_MAILBOX_WITH_LICENSE,
            Situation.SHARED_MAILBOX_WITH_ARCHIVE,
            Situation.ROOM_WITH_SUITE));
    truth.put("R07", in(Situation.GUEST_WITH_SUITE, Situation.GUEST_WITH_LEGAL_LICENSE));
    truth.put("R08", in(Situation.OVERLAPPING_SUITES, Situation.INACTIVE_WITH_OVERLAPPING_SUITES));
    truth.put("R09", in(Situation.ADD_ON_INSIDE_SUITE));
    truth.put("R10", ids(person -> holds(person, "SPE_E5") && largestSuiteUnused(person)));
    truth.put("R11", ids(this::worksWithoutDesktop));
    truth.put("R15", ids(p -> holds(p, "Microsoft_365_Copilot") && copilotUnused(p)));
    truth.put("R16", ids(this::specialAppsUnused));
    truth.put("R18", ids(p -> holds(p, "EMS") && !withDevice.contains(p.id())));
    truth.put("R19", Set.of("AAD_PREMIUM_P2"));
    truth.put("R21", in(Situation.DOUBLE_ASSIGNMENT));
    truth.put("R22", groupErrors());
    truth.put("R23", products(part -> units(part, "Warning") + units(part, "Suspended") > 0));
    truth.put("R24", Set.of("Microsoft_Teams_Premium"));
    truth.put(
        "R30",
        contoso
            .eligibleForRoles()
            .filter(person -> person.situation() == Situation.ADMIN_SECONDARY_ACCOUNT)
            .map(Person::id)
            .collect(Collectors.toSet()));
    truth.put("R34", Set.of("Microsoft_Teams_Rooms_Pro"));
    truth.put("R35", Set.of("department"));
    return truth;
  }

  @Override
  public Map<String, Set<String>> nearMisses() {
    Map<String, Set<String>> near = new HashMap<>();
    near.put("R01", products(part -> spare(part) > 0 && spare(part) <= buffer(part)));
    near.put("R02", products(part -> renewsSoon(part) && drop(part) <= 0));
    near.put("R03", in(Situation.SHARED_MAILBOX_WITH_LICENSE, Situation.DISABLED_RECENTLY));
    near.put(
        "R04",
        in(
            Situation.INACTIVE_30_DAYS,
            Situation.ON_LEAVE,
            Situation.FAILED_SIGN_INS_ONLY,
            Situation.SERVICE_ACCOUNT_WITH_SUITE));
    near.put("R05", in(Situation.NEW_JOINER, Situation.FUTURE_JOINER));
    near.put("R06", in(Situation.ROOM, Situation.SHARED_MAILBOX_UNLICENSED));
    near.put("R08", in(Situation.DELIBERATE_SPLIT));
    near.put("R09", in(Situation.DELIBERATE_SPLIT));
    near.put("R10", ids(p -> holds(p, "SPE_E5") && atWork(p) && !largestSuiteUnused(p)));
    near.put("R11", ids(p -> holds(p, "SPE_E3") && atWork(p) && !worksWithoutDesktop(p)));
    near.put("R15", ids(p -> holds(p, "Microsoft_365_Copilot") && !copilotUnused(p)));
    near.put("R19", Set.of("SPE_E5"));
    near.put("R21", in(Situation.OVERLAPPING_SUITES));
    near.put("R22", in(Situation.DOUBLE_ASSIGNMENT));
    near.put("R23", Set.of("SPE_E3"));
    near.put("R34", Set.of("VISIOCLIENT"));
    near.put("R35", Set.of("usage-location", "second-account"));
    return near;
  }

  private Set<String> ids(Predicate<Person> wanted) {
    return contoso.people().filter(wanted).map(Person::id).collect(Collectors.toSet());
  }

  private Set<String> in(Situation... situations) {
    Set<Situation> wanted = Set.of(situations);
    return ids(person -> wanted.contains(person.situation()));
  }

  private static Set<String> products(Predicate<String> wanted) {
    return Products.all().stream()
        .map(Product::partNumber)
        .filter(part -> !FREE.contains(part) && !NO_SEATS.contains(part))
        .filter(wanted)
        .collect(Collectors.toSet());
  }

  private static boolean holds(Person person, String partNumber) {
    return person.products().contains(Products.of(partNumber));
  }

  private boolean atWork(Person person) {
    return person.isEnabled()
        && !person.isGuest()
        && !NO_PERSON_AT_WORK.contains(person.situation());
  }

  /** The log shows no Power BI, whose license alone would eat the saving up. */
  private boolean largestSuiteUnused(Person person) {
    Instant logBegins =
        contoso.startDay().minusDays(LOG_DAYS).atStartOfDay().toInstant(ZoneOffset.UTC);
    boolean powerBi =
        person.usesPowerBi() && person.attemptedAt().filter(logBegins::isBefore).isPresent();
    boolean many = contoso.holders(Products.of("SPE_E5")) >= FEW_SEATS;
    return many && atWork(person) && (!powerBi || holds(person, "POWER_BI_PRO"));
  }

  private boolean worksWithoutDesktop(Person person) {
    LocalDate oldest = contoso.startDay().minusDays(REPORT_DAYS);
    boolean worked = person.workedOn().filter(day -> !day.isBefore(oldest)).isPresent();
    return (holds(person, "SPE_E3") || holds(person, "ENTERPRISEPACK"))
        && atWork(person)
        && (person.worksInBrowser() || !worked)
        && !person.hasArchive()
        && !person.isOnHold()
        && !withDevice.contains(person.id());
  }

  private static boolean copilotUnused(Person person) {
    return person.number() % 3 == 0;
  }

  /** Installed too long ago or never, and Power BI without a sign-in to it. */
  private boolean specialAppsUnused(Person person) {
    boolean powerBi = holds(person, "POWER_BI_PRO") && !person.usesPowerBi();
    return atWork(person)
        && (holds(person, "VISIOCLIENT") || holds(person, "PROJECTPROFESSIONAL") || powerBi);
  }

  private Set<String> groupErrors() {
    Set<String> errors = new HashSet<>();
    contoso
        .people()
        .filter(person -> person.situation() == Situation.GROUP_LICENSE_ERROR)
        .forEach(
            person ->
                person.assignments().stream()
                    .filter(one -> !one.isActive())
                    .forEach(
                        one ->
                            errors.add(
                                "CountViolation".equals(one.error())
                                    ? one.product().partNumber()
                                    : person.id())));
    return errors;
  }

  private int units(String part, String status) {
    return contoso.purchases().units(Products.of(part), status);
  }

  private long spare(String part) {
    return units(part, "Enabled") - contoso.holders(Products.of(part));
  }

  private int buffer(String part) {
    return (int) Math.max(2, Math.ceil(units(part, "Enabled") * 0.03));
  }

  private boolean renewsSoon(String part) {
    Instant last =
        contoso.startDay().plusDays(RENEWAL_DAYS).atTime(23, 59).toInstant(ZoneOffset.UTC);
    return contoso.purchases().of(Products.of(part)).stream()
        .filter(one -> one.status().equals("Enabled"))
        .flatMap(one -> one.nextChange().stream())
        .anyMatch(next -> next.isBefore(last));
  }

  private long drop(String part) {
    long needed = contoso.holders(Products.of(part)) - freed(part) + added(part);
    return units(part, "Enabled") - needed - buffer(part);
  }

  private long freed(String part) {
    return contoso
        .people()
        .filter(person -> holds(person, part))
        .filter(person -> ALL_GO.contains(person.situation()) || superfluous(person, part))
        .count();
  }

  private static boolean superfluous(Person person, String part) {
    return switch (person.situation()) {
      case OVERLAPPING_SUITES -> part.equals(holds(person, "SPE_E5") ? "SPE_E3" : "STANDARDPACK");
      case ADD_ON_INSIDE_SUITE -> !List.of("SPE_E5", "SPE_E3").contains(part);
      default -> part.equals("Microsoft_365_Copilot") && copilotUnused(person);
    };
  }

  /** An archive needs a mailbox plan instead of the suite. */
  private long added(String part) {
    return part.equals("EXCHANGEENTERPRISE")
        ? contoso
            .people()
            .filter(person -> person.situation() == Situation.SHARED_MAILBOX_WITH_ARCHIVE)
            .count()
        : 0;
  }
}
