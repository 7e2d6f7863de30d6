package ai.chronom.m365.story;

import ai.chronom.m365.running.RunningServer;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows every link of the product's own pages, as whoever is signed in on that page. */
final class Crawl {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");
  private static final int ANSWERS_MAX = 400;

  /** What only looks different, or ends the session. */
  private static final Pattern PASSED_BY =
      Pattern.compile("jakarta\\.faces\\.resource|/resources/|sign-?out|finding=|[?&](sort|page)=");

  private final RunningServer server;
  private final Page page;

  Crawl(RunningServer server, Page page) {
    this.server = server;
    this.page = page;
  }

  /** An answer with its address. */
  record Seen(String address, int status, String answer) {}

  List<Seen> from(String... addresses) {
    Deque<String> ahead = new ArrayDeque<>(List.of(addresses));
    Set<String> known = new HashSet<>(ahead);
    List<Seen> seen = new ArrayList<>();
    while (!ahead.isEmpty() && seen.size() < ANSWERS_MAX) {
      String address = ahead.poll();
      APIResponse answer = page.request().get(server.url(address).toString());
      seen.add(new Seen(address, answer.status(), answer.headers() + "\n" + answer.text()));
      Matcher links = LINK.matcher(answer.text());
      while (links.find()) {
        String link = links.group(1).replace("&amp;", "&");
        if (!PASSED_BY.matcher(link).find() && known.add(link)) {
          ahead.add(link);
        }
      }
    }
    return seen;
  }
}
