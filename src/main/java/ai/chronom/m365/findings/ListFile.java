package ai.chronom.m365.findings;

import ai.chronom.m365.license.CsvTable;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list of people that somebody uploads, such as the leave list of the HR system: CSV in UTF-8
 * whose first line names the column {@code member} and, if wanted, {@code kind}, {@code note} and
 * {@code until}. When one line is wrong nothing of it counts.
 *
 * @param entries one for each line that still holds
 * @param over how many lines end before today
 */
public record ListFile(List<ListForm.Entered> entries, int over) {
  static final int MAX_MEBIBYTES = 2;
  static final int MAX_LINES = 10_000;
  private static final String MEMBER = "member";

  public ListFile {
    entries = List.copyOf(entries);
  }

  /** Throws a {@link Problem} that names lines and columns. */
  public static ListFile read(InputStream file, PeopleList list, LocalDate today) {
    CsvTable table = CsvTable.read(file, MAX_MEBIBYTES, MAX_LINES);
    table.require(MEMBER);
    List<FieldError> errors = new ArrayList<>();
    List<ListForm.Entered> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int over = 0;
    for (CsvTable.Line line : table.lines()) {
      if (list != PeopleList.LEAVER && over(line, today)) {
        over++;
        continue;
      }
      Optional<ListForm.Entered> entry = entry(line, list, today, errors);
      entry.ifPresent(entries::add);
      if (entry.isPresent() && !seen.add(entry.get().kind() + " " + entry.get().members())) {
        errors.add(new FieldError(line.at(MEMBER), "The same once more."));
      }
    }
    CsvTable.requireNone(errors);
    return new ListFile(entries, over);
  }

  /** HR systems tell of those who are back, too. */
  private static boolean over(CsvTable.Line line, LocalDate today) {
    try {
      return LocalDate.parse(line.get("until")).isBefore(today);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static Optional<ListForm.Entered> entry(
      CsvTable.Line line, PeopleList list, LocalDate today, List<FieldError> errors) {
    if (line.get(MEMBER).isEmpty()) {
      errors.add(new FieldError(line.at(MEMBER), "Somebody's name is expected."));
      return Optional.empty();
    }
    ListForm form =
        new ListForm(
            list.word(),
            line.get("kind"),
            List.of(line.get(MEMBER)),
            line.get("note"),
            line.get("until"));
    try {
      return Optional.of(form.entered(today));
    } catch (Problem wrong) {
      wrong
          .errors()
          .forEach(
              one ->
                  errors.add(
                      new FieldError(
                          line.at(one.field().equals("members") ? MEMBER : one.field()),
                          one.message())));
      return Optional.empty();
    }
  }
}
