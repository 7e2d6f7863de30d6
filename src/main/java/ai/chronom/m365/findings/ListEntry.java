package ai.chronom.m365.findings;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a kind of people, on a list that the admin keeps.
 *
 * @param member an account's id or user principal name, a department, or an employee type; in lower
 *     case
 * @param note why; empty when nobody said
 * @param until last day on the list; null for good
 */
public record ListEntry(
    long id,
    PeopleList list,
    MemberKind kind,
    String member,
    String note,
    @Nullable LocalDate until,
    String addedBy,
    Instant addedAt) {
  /** Whether it still holds on that day; who left stays away. */
  public boolean holds(LocalDate day) {
    return list == PeopleList.LEAVER || until == null || !day.isAfter(until);
  }
}
