package ai.chronom.m365.report;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.RuleResult;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.scan.CollectionResult;
import ai.chronom.m365.scan.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a reader must know of a report: as of when each data set is, and what was not evaluated.
 *
 * @param takenAt when the scan began to read
 */
public record Notes(Instant takenAt, List<DataSet> sets, List<RuleResult> gaps) {
  public Notes {
    sets = List.copyOf(sets);
    gaps = List.copyOf(gaps);
  }

  /**
   * One data set.
   *
   * @param state in full, in part, or why not
   */
  public record DataSet(String name, String state, LocalDate asOf) {}

  /**
   * @param snapshot empty when its rows were removed by age
   */
  public static Notes of(Evaluation evaluation, Optional<Snapshot> snapshot) {
    LocalDate taken = day(evaluation.takenAt());
    List<DataSet> sets =
        snapshot.stream()
            .flatMap(found -> found.collections().values().stream())
            .sorted(Comparator.comparing(CollectionResult::name))
            .map(
                one ->
                    new DataSet(
                        one.name().word(),
                        one.state().word(),
                        one.asOf() == null ? taken : one.asOf()))
            .toList();
    return new Notes(
        evaluation.takenAt(),
        sets,
        evaluation.rules().stream().filter(rule -> rule.state() != RuleState.EVALUATED).toList());
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, java.time.ZoneOffset.UTC);
  }

  /** As rows of a sheet. */
  List<List<Object>> rows() {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("As of", takenAt));
    rows.add(List.of());
    rows.add(List.of("Data set", "State", "As of"));
    sets.forEach(set -> rows.add(List.of(set.name(), set.state(), set.asOf())));
    rows.add(List.of());
    rows.add(List.of("Not evaluated in full", "State", "Why"));
    gaps.forEach(
        rule ->
            rows.add(
                List.of(
                    rule.id() + " " + rule.title(), rule.state().word(), Cells.of(rule.reason()))));
    return rows;
  }
}
