package ai.chronom.m365.verification;

import ai.chronom.m365.verification.Fact.Aspect;
import ai.chronom.m365.verification.Fact.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a verification saw with the last known value of each thing. What was not seen stays
 * known as it was; what is seen for the first time is no change.
 */
final class Drift {
  private static final String WRITES = "writes";

  private final Map<Thing, Known> known;
  private final Map<Thing, Fact> seen = new LinkedHashMap<>();
  private final boolean whole;
  private final List<Change> changes = new ArrayList<>();
  private final List<Thing> forgotten = new ArrayList<>();

  /** The last known value of a thing, and how it read. */
  record Known(String value, String shown) {}

  private Drift(Map<Thing, Known> known, Seen seen) {
    this.known = known;
    this.whole = seen.whole();
    seen.facts().forEach(fact -> this.seen.put(fact.thing(), fact));
  }

  static Drift between(Map<Thing, Known> known, Seen seen) {
    Drift drift = new Drift(known, seen);
    drift.compare();
    return drift;
  }

  /** In the order in which people want to read them. */
  List<Change> changes() {
    return List.copyOf(changes);
  }

  /** What is known from now on, as far as it was seen. */
  List<Fact> learned() {
    List<Fact> all = new ArrayList<>(seen.values());
    if (whole) {
      all.add(Fact.of(Aspect.WHOLE, "", "yes"));
    }
    return all;
  }

  /** What is not known any more. */
  List<Thing> forgotten() {
    return List.copyOf(forgotten);
  }

  private void compare() {
    seen.values().forEach(this::compare);
    if (whole) {
      known.keySet().stream()
          .filter(thing -> thing.aspect() == Aspect.EXCESS && !seen.containsKey(thing))
          .forEach(this::excessGone);
    }
    if (isFirst()) {
      changes.add(first());
    }
  }

  private void compare(Fact fact) {
    Optional<Known> before = Optional.ofNullable(known.get(fact.thing()));
    if (before.filter(b -> b.value().equals(fact.value())).isPresent()) {
      return;
    }
    if (fact.thing().aspect() == Aspect.EXCESS) {
      excess(fact, before.orElse(null));
      return;
    }
    before.ifPresent(
        b -> {
          switch (fact.thing().aspect()) {
            case STATUS -> status(fact, b);
            case CONFIGURED -> configured(fact, b);
            case EFFECTIVE -> effective(fact, b);
            case CHECK -> check(fact, b);
            case CREDENTIAL -> credential(fact, b);
            case REACH -> reach(fact, b);
            case EXCESS, WHOLE -> throw new IllegalStateException(fact.thing().toString());
          }
        });
  }

  private void status(Fact fact, Known before) {
    ChangeKind kind =
        switch (fact.value()) {
          case "granted" -> ChangeKind.PERMISSION_GRANTED;
          case "not-configured" -> ChangeKind.PERMISSION_NOT_CONFIGURED;
          case "wrong-type" -> ChangeKind.PERMISSION_WRONG_TYPE;
          default ->
              isGranted(before.value())
                  ? ChangeKind.PERMISSION_LOST
                  : ChangeKind.PERMISSION_CONFIGURED;
        };
    add(kind, fact, before);
    Thing effective = new Thing(Aspect.EFFECTIVE, fact.thing().name());
    if (!seen.containsKey(effective)) {
      // Of another status: comparing with it later would tell the same change twice.
      forgotten.add(effective);
    }
  }

  /** Told by the status already when that changed as well. */
  private void configured(Fact fact, Known before) {
    if (hasSameStatus(fact.thing().name())) {
      add(
          fact.value().equals("no")
              ? ChangeKind.PERMISSION_NOT_CONFIGURED
              : ChangeKind.PERMISSION_CONFIGURED,
          fact,
          before);
    }
  }

  /** Of interest only while it is granted. */
  private void effective(Fact fact, Known before) {
    Fact status = seen.get(new Thing(Aspect.STATUS, fact.thing().name()));
    if (status != null && isGranted(status.value()) && hasSameStatus(fact.thing().name())) {
      boolean works = Set.of("yes", "not-verifiable").contains(fact.value());
      add(
          works ? ChangeKind.PERMISSION_EFFECTIVE : ChangeKind.PERMISSION_INEFFECTIVE,
          fact,
          before);
    }
  }

  private boolean hasSameStatus(String permission) {
    Thing status = new Thing(Aspect.STATUS, permission);
    Fact now = seen.get(status);
    Known before = known.get(status);
    return now != null && before != null && now.value().equals(before.value());
  }

  private static boolean isGranted(String status) {
    return status.equals(PermissionStatus.GRANTED.word());
  }

  private void check(Fact fact, Known before) {
    boolean mended = fact.value().equals("ok");
    add(mended ? ChangeKind.CHECK_MENDED : ChangeKind.CHECK_BROKEN, fact, before);
  }

  private void credential(Fact fact, Known before) {
    boolean works = fact.value().equals(Seen.WORKING);
    Change change =
        new Change(
            works ? ChangeKind.CREDENTIAL_WORKING : ChangeKind.CREDENTIAL_FAILED,
            "",
            before.shown(),
            fact.shown(),
            fact.remedy(),
            fact.remedyLink());
    changes.add(change);
  }

  private void reach(Fact fact, Known before) {
    boolean gone = fact.value().equals(Seen.UNREACHABLE);
    add(gone ? ChangeKind.TENANT_UNREACHABLE : ChangeKind.TENANT_BACK, fact, before);
  }

  /** New when everything was visible before, so that it would have been seen. */
  private void excess(Fact fact, @Nullable Known before) {
    if (before == null && !known.containsKey(new Thing(Aspect.WHOLE, ""))) {
      return;
    }
    Known former = before == null ? new Known("", "") : before;
    ChangeKind kind;
    if (fact.value().equals(WRITES)) {
      kind = ChangeKind.WRITE_PERMISSION_ADDED;
    } else if (former.value().equals(WRITES)) {
      kind = ChangeKind.WRITE_PERMISSION_REMOVED;
    } else {
      kind = fact.value().equals("consented") ? ChangeKind.EXCESS_ADDED : withdrawn(former);
    }
    add(kind, fact, former);
  }

  /** Configured now: new, or what is left when its consent was revoked. */
  private static ChangeKind withdrawn(Known former) {
    return former.value().isEmpty() ? ChangeKind.EXCESS_ADDED : ChangeKind.EXCESS_REMOVED;
  }

  private void excessGone(Thing thing) {
    Known former = known.getOrDefault(thing, new Known("", ""));
    ChangeKind kind =
        former.value().equals(WRITES)
            ? ChangeKind.WRITE_PERMISSION_REMOVED
            : ChangeKind.EXCESS_REMOVED;
    changes.add(Change.plain(kind, thing.name(), former.shown(), ""));
    forgotten.add(thing);
  }

  private void add(ChangeKind kind, Fact fact, Known before) {
    boolean toDo = kind.needsAction() || kind == ChangeKind.EXCESS_ADDED;
    changes.add(
        new Change(
            kind,
            fact.thing().name(),
            before.shown(),
            fact.shown(),
            toDo || fact.thing().aspect() == Aspect.REACH ? fact.remedy() : "",
            toDo ? fact.remedyLink() : ""));
  }

  /** No permission was ever judged for certain, and now one is. */
  private boolean isFirst() {
    return known.keySet().stream().noneMatch(thing -> thing.aspect() == Aspect.STATUS)
        && seen.keySet().stream().anyMatch(thing -> thing.aspect() == Aspect.STATUS);
  }

  private Change first() {
    List<Fact> judged =
        seen.values().stream().filter(fact -> fact.thing().aspect() == Aspect.STATUS).toList();
    long granted = judged.stream().filter(fact -> isGranted(fact.value())).count();
    return Change.plain(
        ChangeKind.FIRST_VERIFIED, "", String.valueOf(granted), String.valueOf(judged.size()));
  }
}
