package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.findings.SettingsBook;
import ai.chronom.m365.findings.Settling;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.findings.ThresholdLine;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the rules draw their lines in a tenant, to read and to move. */
@Named
@RequestScoped
public class ThresholdsForm {
  @Inject AddressedTenant addressed;
  @Inject SettingsBook settings;
  @Inject Settling settling;
  @Inject Caller caller;

  private List<ThresholdLine> lines = List.of();
  private final Map<String, @Nullable String> values = new LinkedHashMap<>();

  @PostConstruct
  void read() {
    lines = settings.thresholds(addressed.id());
    lines.forEach(line -> values.put(line.name().word(), String.valueOf(line.value())));
  }

  public List<ThresholdLine> getLines() {
    return lines;
  }

  /** Those that are a number. */
  public List<ThresholdLine> getNumbers() {
    return lines.stream().filter(line -> !line.name().question()).toList();
  }

  /** Those that only somebody who knows the company can answer. */
  public List<ThresholdLine> getQuestions() {
    return lines.stream().filter(line -> line.name().question()).toList();
  }

  public List<SelectItem> getAnswers() {
    return List.of(
        new SelectItem("0", Texts.of("findings_thresholds.label.no")),
        new SelectItem("1", Texts.of("findings_thresholds.label.yes")));
  }

  /** As it is read: a number, yes or no. */
  public String said(ThresholdLine line, int value) {
    if (!line.name().question()) {
      return String.valueOf(value);
    }
    return Texts.of("findings_thresholds.label." + (value == 1 ? "yes" : "no"));
  }

  /** What stands in the fields, by the threshold's word. */
  public Map<String, @Nullable String> getValues() {
    return values;
  }

  public boolean isMoved() {
    return lines.stream().anyMatch(ThresholdLine::moved);
  }

  public String label(ThresholdLine line) {
    return Texts.of("threshold." + line.name().word());
  }

  /** What it does, its standard and its range. */
  public String hint(ThresholdLine line) {
    String meaning = Texts.of("threshold.hint." + line.name().word());
    return line.name().question()
        ? meaning
        : meaning
            + " "
            + Texts.of(
                "findings_thresholds.hint.range", line.standard(), line.least(), line.most());
  }

  public void save() {
    caller.requireAdmin();
    settling.move(addressed.id(), wanted(values), caller.actor());
    Told.on(addressed.address("/settings"), Texts.of("findings_thresholds.message.saved"));
  }

  public void reset() {
    caller.requireAdmin();
    settling.reset(addressed.id(), caller.actor());
    Told.on(addressed.address("/settings"), Texts.of("findings_thresholds.message.reset"));
  }

  /** Throws a {@link Problem} that names each field that is no number in its range. */
  static Map<Threshold, Integer> wanted(Map<String, @Nullable String> values) {
    Map<Threshold, Integer> wanted = new EnumMap<>(Threshold.class);
    List<FieldError> errors = new ArrayList<>();
    for (Threshold threshold : Threshold.values()) {
      String given = values.get(threshold.word());
      if (given != null) {
        number(threshold, given.strip(), errors).ifPresent(value -> wanted.put(threshold, value));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return wanted;
  }

  private static Optional<Integer> number(
      Threshold threshold, String given, List<FieldError> errors) {
    try {
      return Optional.of(threshold.checked(Integer.parseInt(given)));
    } catch (NumberFormatException e) {
      errors.add(new FieldError(threshold.word(), "A whole number is expected."));
    } catch (Problem outOfRange) {
      errors.addAll(outOfRange.errors());
    }
    return Optional.empty();
  }
}
