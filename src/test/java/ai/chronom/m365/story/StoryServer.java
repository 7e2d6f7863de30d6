package ai.chronom.m365.story;

import ai.chronom.m365.running.RunningServer;
import java.util.Map;

/**
 * One server for all stories, logging all it can, so that the hunt after leaked secrets is a hard
 * one. Each story begins and ends without a tenant.
 */
final class StoryServer {
  private static final RunningServer SERVER =
      RunningServer.start(Map.of("embedded.log-level", "FINEST"));

  private StoryServer() {}

  static RunningServer get() {
    return SERVER;
  }
}
