package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code users/delta} as documented: tokens live seven days, what is not tracked is not reported,
 * and nothing but $select and the tokens may be asked for.
 */
public final class UserDeltas {
  /** The service chooses how much comes at once. */
  private static final int PAGE = 200;

  private static final Duration LIFE = Duration.ofDays(7);

  /** Asked for or not, changes of these bring nobody into a delta. */
  private static final Set<String> NOT_TRACKED =
      Set.of("licenseAssignmentStates", "licenseDetails", "signInActivity");

  private final Contoso contoso;
  private final Answers answers;
  private final Clock clock;
  private volatile Instant forgotten = Instant.MIN;

  UserDeltas(Contoso contoso, Answers answers, Clock clock) {
    this.contoso = contoso;
    this.answers = answers;
    this.clock = clock;
  }

  /** Tokens given so far are worth nothing any more. */
  public void forget() {
    forgotten = clock.instant();
  }

  /**
   * A token of either kind.
   *
   * @param from changes after that position are reported; -1 reports everybody
   * @param to where the round ends, and the next one begins
   * @param start of this page
   */
  private record Token(int from, int to, int start, Instant issued, String select) {
    String text() {
      String plain = from + ":" + to + ":" + start + ":" + issued.toEpochMilli() + ":" + select;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Token read(String text) {
      try {
        String[] part =
            new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 5);
        return new Token(
            Integer.parseInt(part[0]),
            Integer.parseInt(part[1]),
            Integer.parseInt(part[2]),
            Instant.ofEpochMilli(Long.parseLong(part[3])),
            part[4]);
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw GraphRefusal.badRequest("Badly formed token.");
      }
    }
  }

  Reply answer(Request request, PersonProperties properties) {
    for (String refused :
        List.of("$top", "$expand", "$orderby", "$search", "$filter", "$count", "$skip")) {
      if (request.query().has(refused)) {
        throw GraphRefusal.unsupportedQuery("'" + refused + "' is not supported by delta queries.");
      }
    }
    Token token = token(request);
    Set<String> select = new LinkedHashSet<>(List.of(token.select().split(",")));
    select.removeIf(String::isEmpty);
    List<Integer> numbers = numbers(token, select);
    int end = Math.min(token.start() + PAGE, numbers.size());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int number : numbers.subList(Math.min(token.start(), end), end)) {
      rows.add(row(number, select, properties));
    }
    boolean more = end < numbers.size();
    Token next =
        more
            ? new Token(token.from(), token.to(), end, clock.instant(), token.select())
            : new Token(token.to(), token.to(), 0, clock.instant(), token.select());
    return answers.delta(
        request,
        "users",
        rows,
        more ? "@odata.nextLink" : "@odata.deltaLink",
        (more ? "$skiptoken=" : "$deltatoken=") + next.text());
  }

  private Token token(Request request) {
    Query query = request.query();
    int now = contoso.changes().position();
    String given = query.option("$deltatoken").or(() -> query.option("$skiptoken")).orElse("");
    if (given.isEmpty() || given.equals("latest")) {
      String select = String.join(",", query.select());
      return new Token(given.isEmpty() ? -1 : now, now, 0, clock.instant(), select);
    }
    if (query.has("$select")) {
      throw GraphRefusal.badRequest("The token already says what is selected.");
    }
    Token token = Token.read(given);
    boolean expired =
        token.issued().plus(LIFE).isBefore(clock.instant()) || !token.issued().isAfter(forgotten);
    if (expired) {
      throw new GraphRefusal(
          400, "syncStateNotFound", "The sync state generation is not found; start anew.");
    }
    return query.has("$deltatoken")
        ? new Token(token.from(), now, token.start(), token.issued(), token.select())
        : token;
  }

  private List<Integer> numbers(Token token, Set<String> select) {
    if (token.from() < 0) {
      return IntStream.range(0, contoso.users()).boxed().toList();
    }
    Set<String> tracked = new LinkedHashSet<>(select);
    tracked.removeAll(NOT_TRACKED);
    return contoso.changes().since(token.from(), tracked);
  }

  private Map<String, Object> row(int number, Set<String> select, PersonProperties properties) {
    if (contoso.changes().isRemoved(number)) {
      return Props.of("id", contoso.person(number).id())
          .and("@removed", Props.of("reason", "changed"));
    }
    Set<String> wanted = new LinkedHashSet<>(select);
    if (!wanted.isEmpty()) {
      wanted.add("id");
      wanted.removeAll(NOT_TRACKED);
    }
    return properties.of(contoso.person(number), wanted);
  }
}
