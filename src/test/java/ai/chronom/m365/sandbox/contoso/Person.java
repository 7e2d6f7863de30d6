package ai.chronom.m365.sandbox.contoso;

import ai.chronom.m365.sandbox.registration.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One account of Contoso, worked out from its number whenever somebody asks; nothing of it is
 * stored.
 */
public final class Person {
  private static final String[] DEPARTMENTS = {
    "Sales", "Finance", "Engineering", "Marketing", "Legal", "Operations"
  };
  private static final String[] TITLES = {
    "Account Manager", "Controller", "Engineer", "Designer", "Counsel", "Planner"
  };
  private static final String[] CITIES = {"Seattle", "Oslo", "Berlin", "Toronto"};
  private static final String[] COUNTRIES = {"US", "NO", "DE", "CA"};
  private static final int SECONDS_OF_WORKDAY = 9 * 3600;

  private final Contoso contoso;
  private final int number;
  private final Slot slot;

  Person(Contoso contoso, int number, Slot slot) {
    this.contoso = contoso;
    this.number = number;
    this.slot = slot;
  }

  public int number() {
    return number;
  }

  /** The place in the company plan: people in the same place hold the same licenses. */
  public int place() {
    return contoso.plan().placeOf(number);
  }

  public Situation situation() {
    return slot.situation();
  }

  public String id() {
    return Ids.of("user", number);
  }

  public String mailNickname() {
    String name = Names.mailNickname(number);
    return switch (slot.kind()) {
      case ADMIN -> "adm-" + name;
      case SERVICE -> "svc-" + name;
      case SYNC -> "Sync_DC" + (number + 1) + "_" + id().substring(0, 12).replace("-", "");
      case BREAK_GLASS -> "breakglass-" + name;
      default -> name;
    };
  }

  public String userPrincipalName() {
    return switch (slot.kind()) {
      case GUEST, EXTERNAL_MEMBER ->
          Names.mailNickname(number) + "_fabrikam.com#EXT#@" + Registration.DOMAIN;
      case SYNC, BREAK_GLASS -> mailNickname() + "@" + Registration.DOMAIN;
      default -> mailNickname() + "@" + Registration.CUSTOM_DOMAIN;
    };
  }

  public String displayName() {
    if (!slot.name().isEmpty()) {
      return number < CompanyPlan.SIZE || slot.situation() == Situation.ACTIVE_WITH_HOSTILE_NAME
          ? slot.name()
          : slot.name() + " " + (number / CompanyPlan.SIZE + 1);
    }
    String name = Names.first(namesake()) + " " + Names.last(namesake());
    return slot.kind() == Slot.Kind.ADMIN ? name + " (admin)" : name;
  }

  public Optional<String> givenName() {
    return isHuman() ? Optional.of(Names.first(namesake())) : Optional.empty();
  }

  public Optional<String> surname() {
    return isHuman() ? Optional.of(Names.last(namesake())) : Optional.empty();
  }

  public Optional<String> mail() {
    return switch (slot.kind()) {
      case GUEST, EXTERNAL_MEMBER -> Optional.of(Names.mailNickname(number) + "@fabrikam.com");
      default ->
          hasMailbox()
              ? Optional.of(mailNickname() + "@" + Registration.CUSTOM_DOMAIN)
              : Optional.empty();
    };
  }

  public Optional<String> jobTitle() {
    return isEmployee()
        ? Optional.of(isFrontline() ? "Sales Associate" : TITLES[trade()])
        : Optional.empty();
  }

  public Optional<String> department() {
    if (slot.kind() == Slot.Kind.PHONE) {
      return Optional.of("Microsoft Communication Application Instance");
    }
    return isEmployee()
        ? Optional.of(isFrontline() ? "Stores" : DEPARTMENTS[trade()])
        : Optional.empty();
  }

  private int trade() {
    return Ids.pick("department", number, DEPARTMENTS.length);
  }

  public Optional<String> employeeId() {
    return isEmployee()
        ? Optional.of(String.format(Locale.ROOT, "C%07d", number + 1))
        : Optional.empty();
  }

  public Optional<String> employeeType() {
    if (slot.situation() == Situation.ON_LEAVE) {
      return Optional.of("Parental leave");
    }
    return isEmployee() ? Optional.of("Employee") : Optional.empty();
  }

  public String city() {
    return CITIES[Ids.pick("city", number, CITIES.length)];
  }

  public String usageLocation() {
    return COUNTRIES[Ids.pick("city", number, COUNTRIES.length)];
  }

  public boolean isEnabled() {
    return slot.enabled();
  }

  public boolean isGuest() {
    return slot.kind() == Slot.Kind.GUEST;
  }

  public boolean isExternal() {
    return isGuest() || slot.kind() == Slot.Kind.EXTERNAL_MEMBER;
  }

  public boolean isSynced() {
    return slot.synced();
  }

  private boolean isHuman() {
    return switch (slot.kind()) {
      case PERSON, GUEST, EXTERNAL_MEMBER, ADMIN -> true;
      default -> false;
    };
  }

  private boolean isEmployee() {
    return slot.kind() == Slot.Kind.PERSON;
  }

  private boolean isFrontline() {
    return slot.isMemberOf(LicenseGroup.FRONTLINE);
  }

  /**
   * An administrator's second account bears the name of the neighbor who owns it and works here.
   */
  private int namesake() {
    return slot.kind() == Slot.Kind.ADMIN ? number + 1 : number;
  }

  /** Every second one who may. */
  public boolean usesPowerBi() {
    return slot.says(Trait.POWER_BI, number % 2 == 0)
        && products().stream().anyMatch(p -> p.has("BI_AZURE_P"));
  }

  /** Every fourth person never installs anything. */
  public boolean worksInBrowser() {
    return slot.says(Trait.BROWSER, number % 4 == 1);
  }

  /** Every third seat is not used. */
  public boolean usesCopilot() {
    return slot.says(Trait.COPILOT, number % 3 != 0);
  }

  /** In Teams; who works here at all, does. */
  public boolean talks() {
    return slot.says(Trait.TALKS, true);
  }

  boolean hasDevice() {
    return slot.says(Trait.DEVICE, situation() == Situation.ACTIVE);
  }

  public boolean hasMailbox() {
    return slot.mailboxGigabytes() > 0;
  }

  public int mailboxGigabytes() {
    return slot.mailboxGigabytes();
  }

  public boolean hasArchive() {
    return slot.archive();
  }

  public boolean isOnHold() {
    return slot.hold();
  }

  /** What Exchange calls the mailbox. */
  public String recipientType() {
    return switch (slot.kind()) {
      case SHARED -> "SharedMailbox";
      case ROOM -> "RoomMailbox";
      default -> "UserMailbox";
    };
  }

  public List<Assignment> assignments() {
    return slot.assignments();
  }

  /** Each product once, however many paths lead to it. */
  public List<Product> products() {
    List<Product> products = new ArrayList<>();
    for (Assignment assignment : slot.assignments()) {
      if (assignment.isActive() && !products.contains(assignment.product())) {
        products.add(assignment.product());
      }
    }
    return products;
  }

  public boolean isMemberOf(LicenseGroup group) {
    return slot.isMemberOf(group);
  }

  public Instant createdAt() {
    int older = slot.habits().equals(Habits.NEW) ? 0 : Ids.pick("age", number, 300);
    return at("created", slot.habits().created() + older);
  }

  public Instant assignedAt() {
    return contoso
        .startDay()
        .minusDays(slot.habits().assigned())
        .atTime(9, 30)
        .toInstant(ZoneOffset.UTC);
  }

  /** For people of the HR system; in the future for somebody hired but not yet here. */
  public Optional<Instant> hiredAt() {
    if (slot.situation() == Situation.FUTURE_JOINER) {
      return Optional.of(at("hired", -1));
    }
    return isEmployee() ? Optional.of(createdAt().truncatedTo(ChronoUnit.DAYS)) : Optional.empty();
  }

  /** As the HR system has it: for people who left, and for some who will. */
  public Optional<Instant> leavesAt() {
    return switch (slot.situation()) {
      case DISABLED_WITH_LICENSE, DISABLED_ON_HOLD -> Optional.of(at("left", 150));
      // Nobody has told those who look after the accounts.
      case INACTIVE_60_DAYS -> Optional.of(at("left", 60));
      case LEFT_UNNOTICED -> Optional.of(at("left", 40));
      case ACTIVE_ON_TRIAL, LEAVES_SOON -> Optional.of(at("left", -20));
      case LEAVES_LATER -> Optional.of(at("left", -45));
      default -> Optional.empty();
    };
  }

  /** In the same words in which Exchange tells it of a single mailbox. */
  public String mailboxPurpose() {
    return recipientType().replace("Mailbox", "").toLowerCase(Locale.ROOT);
  }

  /** Auto attendants and the like. */
  public boolean isPhoneApplication() {
    return slot.kind() == Slot.Kind.PHONE;
  }

  /** Half of those who may telephone have a number. */
  public boolean hasPhoneNumber() {
    return isEmployee()
        && slot.says(Trait.PHONE_NUMBER, number % 2 == 0)
        && products().stream().anyMatch(p -> p.has("MCOEV"));
  }

  /** The last call to the telephone network, for half of those with a number. */
  public Optional<Instant> calledAt() {
    return hasPhoneNumber() && slot.says(Trait.TALKS, number % 4 == 0)
        ? Optional.of(at("called", 12))
        : Optional.empty();
  }

  public Optional<Instant> attemptedAt() {
    return moment("attempted", slot.habits().attempted());
  }

  public Optional<Instant> backgroundAt() {
    return moment("background", slot.habits().background());
  }

  public Optional<Instant> succeededAt() {
    return moment("attempted", slot.habits().succeeded());
  }

  /** The last day that the usage reports know; they lag two days behind. */
  public Optional<LocalDate> workedOn() {
    return moment("worked", slot.habits().worked())
        .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC));
  }

  private Optional<Instant> moment(String what, int daysAgo) {
    return daysAgo == Habits.NEVER
        ? Optional.empty()
        : Optional.of(
            at(what, daysAgo + Ids.pick("day" + daysAgo, number, slot.habits().spread())));
  }

  private Instant at(String what, int daysAgo) {
    // Day 0 means before the sandbox's first day began, so that nothing ever lies in the future by
    // accident.
    Instant morning =
        contoso.startDay().minusDays(daysAgo + 1L).atTime(8, 0).toInstant(ZoneOffset.UTC);
    return morning.plusSeconds(Ids.pick(what, number, SECONDS_OF_WORKDAY));
  }
}
