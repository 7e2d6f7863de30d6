package ai.chronom.m365.findings;

import java.util.Locale;

/** What an account is for; the first that fits, in this order. */
public enum IdentityClass {
  PROTECTED,
  RESOURCE_ACCOUNT,
  ROOM,
  EQUIPMENT,
  SHARED,
  PROBABLE_SHARED,
  SERVICE,
  GUEST,
  EXTERNAL_MEMBER,
  /** An administrator's second account, beside the one that the same person works with. */
  ADMIN_SECONDARY,
  LEAVER,
  ON_LEAVE,
  NEW_JOINER,
  PERSON;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Rooms, devices and mailboxes that several people read. */
  public boolean thing() {
    return this == RESOURCE_ACCOUNT || mailbox();
  }

  /** A mailbox that is nobody's own. */
  public boolean mailbox() {
    return this == ROOM || this == EQUIPMENT || this == SHARED || this == PROBABLE_SHARED;
  }

  /** Somebody who works here. */
  public boolean person() {
    return this == PERSON || this == EXTERNAL_MEMBER || this == ADMIN_SECONDARY;
  }

  /** Its licenses must stay for now, whatever its use. */
  public boolean spared() {
    return this == PROTECTED || this == ON_LEAVE || this == NEW_JOINER;
  }
}
