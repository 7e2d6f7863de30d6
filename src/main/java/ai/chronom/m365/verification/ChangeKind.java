package ai.chronom.m365.verification;

import java.util.Locale;

/** What can change about a tenant. Names are stored: add, never rename. */
public enum ChangeKind {
  TENANT_ONBOARDED(Topic.TENANT, Tone.PLAIN),
  FIRST_VERIFIED(Topic.TENANT, Tone.PLAIN),
  SECRET_REPLACED(Topic.SECRET, Tone.PLAIN),
  SECRET_EXPIRING(Topic.SECRET, Tone.ACTION),
  CREDENTIAL_FAILED(Topic.CREDENTIAL, Tone.URGENT),
  CREDENTIAL_WORKING(Topic.CREDENTIAL, Tone.GOOD),
  TENANT_UNREACHABLE(Topic.REACH, Tone.PLAIN),
  TENANT_BACK(Topic.REACH, Tone.GOOD),
  PERMISSION_GRANTED(Topic.PERMISSION, Tone.GOOD),
  PERMISSION_LOST(Topic.PERMISSION, Tone.ACTION),
  PERMISSION_WRONG_TYPE(Topic.PERMISSION, Tone.ACTION),
  PERMISSION_CONFIGURED(Topic.PERMISSION, Tone.PLAIN),
  PERMISSION_NOT_CONFIGURED(Topic.PERMISSION, Tone.ACTION),
  PERMISSION_EFFECTIVE(Topic.PERMISSION, Tone.GOOD),
  PERMISSION_INEFFECTIVE(Topic.PERMISSION, Tone.ACTION),
  EXCESS_ADDED(Topic.EXCESS, Tone.PLAIN),
  EXCESS_REMOVED(Topic.EXCESS, Tone.PLAIN),
  /** The promise to read only is broken. */
  WRITE_PERMISSION_ADDED(Topic.EXCESS, Tone.URGENT),
  WRITE_PERMISSION_REMOVED(Topic.EXCESS, Tone.GOOD),
  CHECK_BROKEN(Topic.CHECK, Tone.ACTION),
  CHECK_MENDED(Topic.CHECK, Tone.GOOD),
  RENEWAL_NEAR(Topic.RENEWAL, Tone.ACTION);

  /** What it is about: the next change of the same subject settles the one before. */
  enum Topic {
    TENANT,
    SECRET,
    CREDENTIAL,
    REACH,
    PERMISSION,
    EXCESS,
    CHECK,
    RENEWAL
  }

  private enum Tone {
    GOOD,
    PLAIN,
    ACTION,
    URGENT
  }

  private final Topic topic;
  private final Tone tone;

  ChangeKind(Topic topic, Tone tone) {
    this.topic = topic;
    this.tone = tone;
  }

  Topic topic() {
    return topic;
  }

  /** Somebody must do something about it. */
  public boolean needsAction() {
    return tone == Tone.ACTION || tone == Tone.URGENT;
  }

  /** Worth being woken up for. */
  public boolean isUrgent() {
    return tone == Tone.URGENT;
  }

  /** good, warn, bad or plain. */
  public String tone() {
    return switch (tone) {
      case GOOD -> "good";
      case PLAIN -> "plain";
      case ACTION -> "warn";
      case URGENT -> "bad";
    };
  }

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
