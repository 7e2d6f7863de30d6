package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Diagnosis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The meters as Prometheus would have read them. */
@ApplicationScoped
public class MeterDiagnosis implements Diagnosis {
  @Inject Meters meters;

  @Override
  public String name() {
    return "metrics.txt";
  }

  @Override
  public String text() {
    return meters.text();
  }
}
