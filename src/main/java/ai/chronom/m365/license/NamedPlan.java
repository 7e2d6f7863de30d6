package ai.chronom.m365.license;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A service plan's name as Microsoft's table has it. */
@Entity
@Table(name = "plan_name")
public class NamedPlan {
  @Id
  @Column(name = "plan_id")
  private String planId;

  @Column(name = "part_number")
  private String partNumber;

  @Column(name = "name")
  private String name;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected NamedPlan() {}

  NamedPlan(PlanId planId, ProductNames.Plan plan) {
    this.planId = planId.toString();
    this.partNumber = plan.partNumber();
    this.name = plan.name();
  }

  PlanId id() {
    return PlanId.of(planId);
  }

  ProductNames.Plan plan() {
    return new ProductNames.Plan(partNumber, name);
  }
}
