package ai.chronom.m365.sandbox.wire;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults that tests have planted; the first rule that strikes decides. */
public final class Faults {
  private final List<FaultRule> rules = new CopyOnWriteArrayList<>();

  public void plant(FaultRule rule) {
    rules.add(rule);
  }

  public void clear() {
    rules.clear();
  }

  public Optional<Fault> striking(Call call) {
    return rules.stream().filter(rule -> rule.strikes(call)).map(FaultRule::fault).findFirst();
  }
}
