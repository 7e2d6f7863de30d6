package ai.chronom.m365.scan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What permissions beyond the guide's tell of one account, where a tenant has granted them. Null,
 * false or an empty list when its collection has nothing about it; whether the collection may be
 * believed is in {@link Snapshot#collections()}.
 *
 * @param leavesAt when its person leaves the company, or left
 * @param eligibleRoles administrators' roles that it may take on
 * @param mailboxPurpose Exchange's word, such as {@code user} or {@code shared}
 * @param room whether its address is that of a room
 * @param calls the newest of each kind
 */
public record OptionalTraces(
    @Nullable Instant leavesAt,
    List<DirectoryRole> eligibleRoles,
    @Nullable String mailboxPurpose,
    boolean room,
    @Nullable TeamsUser teams,
    List<PhoneCall> calls) {
  public static final OptionalTraces NONE =
      new OptionalTraces(null, List.of(), null, false, null, List.of());

  public OptionalTraces {
    eligibleRoles = List.copyOf(eligibleRoles);
    calls = List.copyOf(calls);
  }
}
