package ai.chronom.m365.sandbox.contoso;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was really planted in Contoso, from the generator itself, for tests to hold findings
 * against.
 */
public final class ContosoTruth {
  private final Contoso contoso;

  public ContosoTruth(Contoso contoso) {
    this.contoso = contoso;
  }

  public int users() {
    return contoso.users();
  }

  public Situation situationOf(int number) {
    return contoso.person(number).situation();
  }

  public List<Person> peopleIn(Situation situation) {
    return contoso.people().filter(person -> person.situation() == situation).toList();
  }

  public List<String> idsIn(Situation situation) {
    return peopleIn(situation).stream().map(Person::id).toList();
  }

  public Map<Situation, Integer> counts() {
    Map<Situation, Integer> counts = new EnumMap<>(Situation.class);
    contoso.people().forEach(person -> counts.merge(person.situation(), 1, Integer::sum));
    return counts;
  }

  public long holders(String partNumber) {
    return contoso.holders(Products.of(partNumber));
  }

  /** Units in state Enabled, over all purchases of the product. */
  public int enabledUnits(String partNumber) {
    return contoso.purchases().units(Products.of(partNumber), "Enabled");
  }

  public long spareUnits(String partNumber) {
    return enabledUnits(partNumber) - holders(partNumber);
  }
}
