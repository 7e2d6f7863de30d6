package ai.chronom.m365.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.contoso.Company;
import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.ContosoTruth;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Product;
import ai.chronom.m365.sandbox.contoso.Products;
import ai.chronom.m365.sandbox.contoso.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContosoTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant MIDNIGHT = TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);
  private final Contoso contoso = new Contoso(120, TODAY);
  private final ContosoTruth truth = new ContosoTruth(contoso);

  @ParameterizedTest
  @EnumSource(Situation.class)
  void everySituationIsThere(Situation situation) {
    ContosoTruth rare = new ContosoTruth(new Contoso(Company.RARITIES, 120, TODAY));

    assertThat(Stream.of(truth, rare).flatMap(one -> one.peopleIn(situation).stream()))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 120, 121, 1000, 5003})
  void holdersAreCountedExactlyAtAnySize(int users) {
    Contoso company = new Contoso(users, TODAY);

    for (Product product : Products.all()) {
      long counted = company.people().filter(person -> person.products().contains(product)).count();
      assertThat(company.holders(product)).as(product.partNumber()).isEqualTo(counted);
    }
  }

  @Test
  void nobodySharesIdOrName() {
    Contoso company = new Contoso(20_000, TODAY);
    Set<String> seen = new HashSet<>();

    company
        .people()
        .forEach(
            person ->
                assertThat(seen.add(person.id()) && seen.add(person.userPrincipalName())).isTrue());
  }

  @Test
  void personFarOutIsFoundWithoutTheOthers() {
    Contoso company = new Contoso(1_000_000, TODAY);
    Person person = company.person(987_654);

    assertThat(company.find(person.id()))
        .hasValueSatisfying(p -> assertThat(p.number()).isEqualTo(987_654));
    assertThat(company.find(person.userPrincipalName()))
        .hasValueSatisfying(p -> assertThat(p.number()).isEqualTo(987_654));
    assertThat(new Contoso(987_654, TODAY).find(person.id())).isEmpty();
  }

  @Test
  void samePersonAfterEveryStart() {
    Person again = new Contoso(500, TODAY.plusDays(30)).person(42);

    assertThat(again.id()).isEqualTo(contoso.person(42).id());
    assertThat(again.userPrincipalName()).isEqualTo(contoso.person(42).userPrincipalName());
  }

  @Test
  void inactiveTiersStayApart() {
    Contoso company = new Contoso(12_000, TODAY);

    company
        .people()
        .forEach(
            person -> {
              long idle =
                  person.succeededAt().map(at -> ChronoUnit.DAYS.between(at, MIDNIGHT)).orElse(-1L);
              switch (person.situation()) {
                case ACTIVE -> assertThat(idle).isBetween(0L, 10L);
                case INACTIVE_30_DAYS -> assertThat(idle).isBetween(31L, 59L);
                case INACTIVE_60_DAYS -> assertThat(idle).isBetween(61L, 89L);
                case INACTIVE_90_DAYS -> assertThat(idle).isGreaterThan(90L);
                case NEVER_SIGNED_IN -> assertThat(idle).isEqualTo(-1);
                default -> assertThat(person.createdAt()).isBefore(MIDNIGHT);
              }
            });
  }

  @Test
  void accountsAreOlderThanTheirLicenses() {
    new Contoso(2400, TODAY)
        .people()
        .forEach(person -> assertThat(person.createdAt()).isBefore(person.assignedAt()));
  }

  @Test
  void spareUnitsArePlanned() {
    assertThat(truth.spareUnits("SPE_E5")).isEqualTo(6);
    assertThat(truth.spareUnits("SPE_E3")).isEqualTo(10);
    assertThat(truth.enabledUnits("FLOW_FREE")).isEqualTo(10_000);
    assertThat(contoso.purchases().of(Products.of("SPE_E3"))).hasSize(3);
  }

  @Test
  void failedGroupAssignmentTakesNoSeat() {
    Person failed = truth.peopleIn(Situation.GROUP_LICENSE_ERROR).get(0);

    assertThat(failed.assignments()).anyMatch(assignment -> !assignment.isActive());
    assertThat(failed.products()).noneMatch(product -> product.partNumber().equals("SPE_E5"));
  }
}
