package ai.chronom.m365.verification;

import ai.chronom.m365.verification.Fact.Aspect;
import ai.chronom.m365.verification.Fact.Thing;
import java.util.ArrayList;
import java.util.List;

/**
 * What one verification saw for certain; what it could not see is simply not in it.
 *
 * @param whole whether everything in excess was visible, so that what is not here is not there
 */
record Seen(List<Fact> facts, boolean whole) {
  static final String WORKING = "working";
  static final String REACHED = "reached";
  static final String UNREACHABLE = "unreachable";

  Seen {
    facts = List.copyOf(facts);
  }

  /** A token was issued; whether Graph answered, the verdicts tell. */
  static Seen of(VerificationFindings findings) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of(Aspect.CREDENTIAL, "", WORKING));
    if (findings.outcome() != VerificationOutcome.FAILED) {
      facts.add(Fact.of(Aspect.REACH, "", REACHED));
    }
    findings.verdicts().forEach(verdict -> facts.addAll(permission(verdict)));
    findings.excess().forEach(excess -> facts.add(excess(excess)));
    findings.checks().stream()
        .filter(check -> check.ok() != null)
        .map(Seen::check)
        .forEach(facts::add);
    return new Seen(facts, findings.wholeView());
  }

  /** Entra answered, and said no. */
  static Seen rejection(Failure failure) {
    Fact credential =
        new Fact(
            new Thing(Aspect.CREDENTIAL, ""),
            failure.code(),
            failure.code(),
            failure.meaning() + " " + failure.remedy(),
            "");
    return new Seen(List.of(Fact.of(Aspect.REACH, "", REACHED), credential), false);
  }

  /** Neither Entra nor Graph could be asked, more than once. */
  static Seen outage(Failure failure) {
    Fact reach =
        new Fact(new Thing(Aspect.REACH, ""), UNREACHABLE, failure.meaning(), failure.remedy(), "");
    return new Seen(List.of(reach), false);
  }

  private static List<Fact> permission(PermissionVerdict verdict) {
    String name = verdict.permission().name();
    List<Fact> facts = new ArrayList<>();
    if (verdict.status() != PermissionStatus.UNKNOWN) {
      facts.add(fact(Aspect.STATUS, name, verdict.status().word(), verdict));
    }
    if (verdict.configured() != Answer.UNKNOWN) {
      facts.add(fact(Aspect.CONFIGURED, name, verdict.configured().word(), verdict));
    }
    if (verdict.effective() != Effective.UNKNOWN) {
      facts.add(fact(Aspect.EFFECTIVE, name, verdict.effective().word(), verdict));
    }
    return facts;
  }

  private static Fact fact(Aspect aspect, String name, String value, PermissionVerdict verdict) {
    return new Fact(new Thing(aspect, name), value, value, verdict.remedy(), verdict.remedyLink());
  }

  private static Fact excess(ExcessPermission excess) {
    String state = excess.consented() ? "consented" : "configured";
    return new Fact(
        new Thing(Aspect.EXCESS, excess.name() + " (" + excess.type().word() + ")"),
        excess.breaksReadOnly() ? "writes" : state,
        state,
        excess.remedy(),
        "");
  }

  private static Fact check(RegistrationCheck check) {
    return new Fact(
        new Thing(Aspect.CHECK, check.check()),
        check.isWrong() ? "differs" : "ok",
        check.found(),
        check.remedy(),
        check.remedyLink());
  }
}
