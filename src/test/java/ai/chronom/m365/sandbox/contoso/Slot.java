package ai.chronom.m365.sandbox.contoso;

import java.util.List;

/**
 * One place in the company plan; every 120th person takes the same place.
 *
 * @param name fixed display name; empty for an invented one
 * @param mailboxGigabytes 0 without a mailbox
 */
record Slot(
    Situation situation,
    List<Assignment> assignments,
    Habits habits,
    Kind kind,
    boolean enabled,
    boolean synced,
    String name,
    int mailboxGigabytes,
    boolean archive,
    boolean hold) {

  /** What the account is for. */
  enum Kind {
    PERSON,
    GUEST,
    EXTERNAL_MEMBER,
    SHARED,
    ROOM,
    SERVICE,
    SYNC,
    BREAK_GLASS,
    ADMIN,
    PHONE
  }

  static Slot of(Situation situation, Assignment... assignments) {
    boolean mailbox =
        List.of(assignments).stream().anyMatch(a -> a.isActive() && a.product().givesMailbox());
    return new Slot(
        situation,
        List.of(assignments),
        Habits.ACTIVE,
        Kind.PERSON,
        true,
        false,
        "",
        mailbox ? 6 : 0,
        false,
        false);
  }

  Slot habits(Habits other) {
    return new Slot(
        situation,
        assignments,
        other,
        kind,
        enabled,
        synced,
        name,
        mailboxGigabytes,
        archive,
        hold);
  }

  Slot kind(Kind other) {
    return new Slot(
        situation,
        assignments,
        habits,
        other,
        enabled,
        synced,
        name,
        mailboxGigabytes,
        archive,
        hold);
  }

  Slot disabled() {
    return new Slot(
        situation, assignments, habits, kind, false, synced, name, mailboxGigabytes, archive, hold);
  }

  Slot fromOnPremises() {
    return new Slot(
        situation, assignments, habits, kind, enabled, true, name, mailboxGigabytes, archive, hold);
  }

  Slot named(String other) {
    return new Slot(
        situation,
        assignments,
        habits,
        kind,
        enabled,
        synced,
        other,
        mailboxGigabytes,
        archive,
        hold);
  }

  Slot mailbox(int gigabytes, boolean withArchive, boolean onHold) {
    return new Slot(
        situation,
        assignments,
        habits,
        kind,
        enabled,
        synced,
        name,
        gigabytes,
        withArchive,
        onHold);
  }

  /** Holds a seat of the product, by whatever path; a failed group assignment takes none. */
  boolean holds(Product product) {
    return assignments.stream().anyMatch(a -> a.isActive() && a.product().equals(product));
  }

  boolean isMemberOf(LicenseGroup group) {
    return group.equals(LicenseGroup.EVERYBODY)
        ? kind == Kind.PERSON && enabled
        : assignments.stream().anyMatch(a -> a.byGroup().filter(group::equals).isPresent());
  }
}
