package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which tenants people and programs see, as administrators decided it (ADR 115). */
@Stateless
public class Reaches {
  private static final int NAMED_MAX = 20;

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Tenants tenants;

  public Reach of(Account person) {
    return person.isRestricted() ? person(person.name()) : Reach.ALL;
  }

  public Reach of(ApiToken program) {
    return program.isRestricted()
        ? read("select tenant_id from api_token_tenant where token_id = ?1", program.id())
        : Reach.ALL;
  }

  /** What restricted people see, by name; who is missing sees all or nothing. */
  public Map<String, Reach> ofPeople() {
    return readAll("select account_name, tenant_id from account_tenant");
  }

  /** What restricted programs see, by id; who is missing sees all or nothing. */
  public Map<String, Reach> ofPrograms() {
    return readAll("select token_id, tenant_id from api_token_tenant");
  }

  private Map<String, Reach> readAll(String statement) {
    Map<String, Set<TenantId>> tenants = new HashMap<>();
    for (Object row : entities.createNativeQuery(statement).getResultList()) {
      Object[] columns = (Object[]) row;
      TenantId.parse(columns[1].toString())
          .ifPresent(
              id -> tenants.computeIfAbsent(columns[0].toString(), k -> new HashSet<>()).add(id));
    }
    Map<String, Reach> reaches = new HashMap<>();
    tenants.forEach((owner, seen) -> reaches.put(owner, Reach.only(seen)));
    return reaches;
  }

  /**
   * Throws a {@link Problem} for an id of no tenant, and for none at all.
   *
   * @param field where the ids were typed
   * @param ids null for all tenants
   */
  public Reach wanted(String field, @Nullable List<String> ids) {
    if (ids == null) {
      return Reach.ALL;
    }
    if (ids.isEmpty()) {
      throw Problem.invalid(field, "Choose at least one tenant, or all of them.");
    }
    return Reach.only(ids.stream().map(id -> connected(field, id)).toList());
  }

  private TenantId connected(String field, String id) {
    return TenantId.parse(id)
        .filter(known -> tenants.find(known).isPresent())
        .orElseThrow(() -> Problem.invalid(field, "IDs of connected tenants are expected."));
  }

  /** For the audit. */
  static String said(Reach reach) {
    if (reach.all()) {
      return "sees all tenants";
    }
    if (reach.tenants().isEmpty()) {
      return "sees no tenant";
    }
    String some =
        reach.tenants().stream()
            .map(TenantId::toString)
            .sorted()
            .limit(NAMED_MAX)
            .collect(Collectors.joining(" "));
    int more = Math.max(0, reach.tenants().size() - NAMED_MAX);
    return "sees only " + some + (more > 0 ? " and " + more + " more" : "");
  }

  private Reach person(String name) {
    return read("select tenant_id from account_tenant where account_name = ?1", name);
  }

  private Reach read(String statement, String owner) {
    List<?> ids = entities.createNativeQuery(statement).setParameter(1, owner).getResultList();
    return Reach.only(ids.stream().flatMap(id -> TenantId.parse(id.toString()).stream()).toList());
  }

  public void give(Account person, Reach reach) {
    person.restrict(!reach.all());
    entities
        .createNativeQuery("delete from account_tenant where account_name = ?1")
        .setParameter(1, person.name())
        .executeUpdate();
    add(
        "insert into account_tenant (account_name, tenant_id) values (?1, ?2)",
        person.name(),
        reach.tenants());
  }

  public void give(ApiToken program, Reach reach) {
    add(
        "insert into api_token_tenant (token_id, tenant_id) values (?1, ?2)",
        program.id(),
        reach.tenants());
  }

  private void add(String statement, String owner, Collection<TenantId> tenants) {
    for (TenantId tenant : tenants) {
      entities
          .createNativeQuery(statement)
          .setParameter(1, owner)
          .setParameter(2, tenant.toString())
          .executeUpdate();
    }
  }
}
