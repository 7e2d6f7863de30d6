package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Person;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Contoso's users, or those of them that belong to something. */
final class PeopleRows implements Rows {
  private final Contoso contoso;
  private final PersonProperties properties;
  private final Predicate<Person> belongs;
  private final boolean typed;

  /**
   * @param typed objects of a mixed collection say what they are
   */
  PeopleRows(
      Contoso contoso, PersonProperties properties, Predicate<Person> belongs, boolean typed) {
    this.contoso = contoso;
    this.properties = properties;
    this.belongs = belongs;
    this.typed = typed;
  }

  @Override
  public int size() {
    return contoso.users();
  }

  @Override
  public boolean includes(int index) {
    return !contoso.changes().isRemoved(index) && belongs.test(contoso.person(index));
  }

  @Override
  public Map<String, Object> row(int index, Set<String> wanted) {
    Map<String, Object> row = properties.of(contoso.person(index), wanted);
    if (!typed) {
      return row;
    }
    Props all = Props.of("@odata.type", "#microsoft.graph.user");
    all.putAll(row);
    return all;
  }
}
