package ai.chronom.m365.scan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account as a snapshot holds it: who it is, its seats, and what is known of its use. All texts
 * come from the tenant and are hostile until escaped; null means Graph has no value.
 *
 * @param mail its address, by which eDiscovery may know it
 * @param userType {@code Member} or {@code Guest}; other words may come
 * @param disabledSeen when a scan first saw the account disabled after having seen it enabled; null
 *     when it is enabled or was disabled as long as we know it
 * @param signIns null when this account's sign-ins could not be read; what is missing for all is in
 *     {@link Snapshot#collections()}
 * @param activity null when the active-user report has no row for this account
 */
public record ScannedUser(
    String id,
    String userPrincipalName,
    @Nullable String mail,
    @Nullable String displayName,
    @Nullable String givenName,
    @Nullable String surname,
    @Nullable String jobTitle,
    @Nullable String employeeId,
    @Nullable String employeeType,
    @Nullable String department,
    @Nullable String companyName,
    @Nullable String usageLocation,
    @Nullable String userType,
    @Nullable String externalUserState,
    boolean accountEnabled,
    boolean synced,
    @Nullable Instant createdAt,
    @Nullable Instant hiredAt,
    @Nullable Instant disabledSeen,
    @Nullable SignInActivity signIns,
    @Nullable ServiceActivity activity,
    List<Seat> seats) {
  public ScannedUser {
    seats = List.copyOf(seats);
  }

  /** The same account with what other tables hold of it. */
  ScannedUser with(@Nullable ServiceActivity newActivity, List<Seat> newSeats) {
    return new ScannedUser(
        id,
        userPrincipalName,
        mail,
        displayName,
        givenName,
        surname,
        jobTitle,
        employeeId,
        employeeType,
        department,
        companyName,
        usageLocation,
        userType,
        externalUserState,
        accountEnabled,
        synced,
        createdAt,
        hiredAt,
        disabledSeen,
        signIns,
        newActivity,
        newSeats);
  }
}
