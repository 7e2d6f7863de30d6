package ai.chronom.m365.scan;

/** Whether sign-in activity could be read for the accounts of a scan. */
enum SignIns {
  KNOWN,
  NOT_PERMITTED,
  LICENSE_MISSING
}
