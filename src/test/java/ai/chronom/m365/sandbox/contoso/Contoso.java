package ai.chronom.m365.sandbox.contoso;

import ai.chronom.m365.sandbox.registration.Registration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The company: any number of users, none of them held in memory. */
public final class Contoso {
  // The company plan repeats.
  private static final int ROLES_AMONG = CompanyPlan.SIZE;
  public static final int DEVICES = 12;

  private final int users;
  private final LocalDate startDay;
  private final Company company;
  private final CompanyPlan plan;
  private final Purchases purchases;
  private final Changes changes = new Changes();

  public Contoso(int users, LocalDate startDay) {
    this(Company.USUAL, users, startDay);
  }

  public Contoso(Company company, int users, LocalDate startDay) {
    this.company = company;
    this.plan = new CompanyPlan(company.places());
    this.users = users;
    this.startDay = startDay;
    this.purchases = new Purchases(company, plan, users, startDay);
  }

  /** Those that hand out licenses, and others. */
  public List<LicenseGroup> groups() {
    return company.groups();
  }

  public int users() {
    return users;
  }

  /** Everything that happened is dated back from this day. */
  public LocalDate startDay() {
    return startDay;
  }

  /** What happened since the start. */
  public Changes changes() {
    return changes;
  }

  CompanyPlan plan() {
    return plan;
  }

  public Purchases purchases() {
    return purchases;
  }

  public Person person(int number) {
    return new Person(this, number, plan.slotOf(number));
  }

  public Stream<Person> people() {
    return IntStream.range(0, users).mapToObj(this::person);
  }

  /** Seats taken: people who hold the product, each once. */
  public long holders(Product product) {
    return plan.holders(product, users);
  }

  /** As Microsoft counts: somebody who lies in the bin may keep a seat. */
  public long consumed(Product product) {
    return holders(product) + binned().filter(product::equals).stream().count();
  }

  /** What the last one who was deleted still holds. */
  public Optional<Product> binned() {
    return company.binned();
  }

  /** By object id or user principal name. */
  public Optional<Person> find(String idOrName) {
    OptionalInt number = Ids.number("user", idOrName);
    if (number.isPresent()) {
      return existing(number.getAsInt());
    }
    String name = idOrName.toLowerCase(Locale.ROOT);
    int end =
        name.contains("_fabrikam.com#ext#@") ? name.indexOf("_fabrikam.com") : name.indexOf('@');
    if (end < 0) {
      return Optional.empty();
    }
    String nickname = name.substring(0, end).replaceFirst("^(adm|svc|breakglass)-", "");
    OptionalInt found = Names.number(nickname);
    return found.isPresent()
        ? existing(found.getAsInt()).filter(p -> p.userPrincipalName().equalsIgnoreCase(idOrName))
        : syncAccounts().filter(p -> p.userPrincipalName().equalsIgnoreCase(idOrName)).findFirst();
  }

  private Stream<Person> syncAccounts() {
    return people().filter(p -> p.situation() == Situation.SYNC_ACCOUNT);
  }

  private Optional<Person> existing(int number) {
    return number >= 0 && number < users ? Optional.of(person(number)) : Optional.empty();
  }

  /** Who has a Windows device that Intune manages: of those who just work, the first. */
  public Stream<Person> deviceHolders() {
    return people().filter(Person::hasDevice).limit(DEVICES);
  }

  /** Who may hold an administrator's role: in a larger company, some of the first. */
  public Stream<Person> eligibleForRoles() {
    return people().limit(ROLES_AMONG);
  }

  public Stream<Person> members(LicenseGroup group) {
    return people().filter(person -> person.isMemberOf(group));
  }

  /** Whose data a case keeps; of those alike in a larger company, the first. */
  public Stream<Person> custodians() {
    return people().limit(CompanyPlan.SIZE).filter(Person::isOnHold);
  }

  public String groupId(LicenseGroup group) {
    return Ids.of("group", groups().indexOf(group));
  }

  public String displayName() {
    return "Contoso";
  }

  public String domain() {
    return Registration.CUSTOM_DOMAIN;
  }
}
