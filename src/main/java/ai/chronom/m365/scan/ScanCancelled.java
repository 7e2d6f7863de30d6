package ai.chronom.m365.scan;

import jakarta.ejb.ApplicationException;

/** The user no longer wants the scan: whoever sees this stops and writes nothing. */
@ApplicationException(rollback = true)
final class ScanCancelled extends RuntimeException {
  ScanCancelled() {
    super("the scan was cancelled", null, false, false);
  }
}
