package ai.chronom.m365.findings;

import java.util.Locale;

/** What an account is for; the first that fits, in this order. */
public enum IdentityClass {
  PROTECTED,
  RESOURCE_ACCOUNT,
  ROOM,
  EQUIPMENT,
  PROBABLE_SHARED,
  SERVICE,
  GUEST,
  EXTERNAL_MEMBER,
  ON_LEAVE,
  NEW_JOINER,
  PERSON;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Rooms, devices and mailboxes that several people read. */
  public boolean thing() {
    return this == ROOM || this == EQUIPMENT || this == PROBABLE_SHARED || this == RESOURCE_ACCOUNT;
  }

  /** Its licenses must stay for now, whatever its use. */
  public boolean spared() {
    return this == PROTECTED || this == ON_LEAVE || this == NEW_JOINER;
  }
}
