package ai.chronom.m365.sandbox.contoso;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place in the company plan; every 120th person takes the same place.
 *
 * @param name fixed display name; empty for an invented one
 * @param mailboxGigabytes 0 without a mailbox
 * @param traits how somebody works; null leaves it to the person's number
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
    boolean hold,
    @Nullable Set<Trait> traits) {

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
        false,
        null);
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
        hold,
        traits);
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
        hold,
        traits);
  }

  Slot disabled() {
    return new Slot(
        situation,
        assignments,
        habits,
        kind,
        false,
        synced,
        name,
        mailboxGigabytes,
        archive,
        hold,
        traits);
  }

  Slot fromOnPremises() {
    return new Slot(
        situation,
        assignments,
        habits,
        kind,
        enabled,
        true,
        name,
        mailboxGigabytes,
        archive,
        hold,
        traits);
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
        hold,
        traits);
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
        onHold,
        traits);
  }

  Slot with(Trait... those) {
    return new Slot(
        situation,
        assignments,
        habits,
        kind,
        enabled,
        synced,
        name,
        mailboxGigabytes,
        archive,
        hold,
        Set.of(those));
  }

  /** Whether its person does so; as usual where the plan says nothing. */
  boolean says(Trait trait, boolean usually) {
    return traits == null ? usually : traits.contains(trait);
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
