package ai.chronom.m365.scan;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;

/** Whatever a page holds, it is read or refused. */
class PageFuzzTest {
  @FuzzTest(maxDuration = "3m")
  void anyPageIsReadOrRefused(byte[] body) {
    try {
      GraphPage<ScannedUser> page =
          GraphPages.read(new ByteArrayInputStream(body), json -> new UserReader(json, true));
      page.items().forEach(PageFuzzTest::requireFit);
    } catch (Unreadable refused) {
      // The only way to say no.
      return;
    }
  }

  /** As the database wants it. */
  private static void requireFit(ScannedUser user) {
    boolean fits =
        user.id().length() == 36
            && user.userPrincipalName().length() <= 320
            && user.userPrincipalName().indexOf(0) < 0;
    if (!fits) {
      throw new IllegalStateException("a user that cannot be stored: " + user.id());
    }
  }
}
