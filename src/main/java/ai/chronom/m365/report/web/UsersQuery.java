package ai.chronom.m365.report.web;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.scan.AccountQuery;
import ai.chronom.m365.scan.AccountState;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts an address asks for, unchecked; empty values are none. Without a word, licensed
 * accounts are meant.
 */
public final class UsersQuery {
  private static final int TEXT_MAX_CHARS = 320;

  @QueryParam("search")
  @Nullable String search;

  @QueryParam("account")
  @Nullable String account;

  @QueryParam("department")
  @Nullable String department;

  @QueryParam("after")
  @Nullable String after;

  @QueryParam("before")
  @Nullable String before;

  @QueryParam("size")
  @Nullable String size;

  /** Throws a {@link Problem} that names each wrong value. */
  AccountQuery query() {
    List<FieldError> errors = new ArrayList<>();
    String text = bearable("search", search, errors);
    String ofDepartment = bearable("department", department, errors);
    String behind = bearable("after", after, errors);
    String ahead = bearable("before", before, errors);
    if (behind != null && ahead != null) {
      errors.add(new FieldError("before", "Not together with after."));
    }
    AccountState state = state(errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    int rows = PageRequest.of(null, size).size();
    return new AccountQuery(
        text, state, ofDepartment, ahead == null ? behind : ahead, ahead != null, rows);
  }

  private AccountState state(List<FieldError> errors) {
    if (account == null || account.isBlank()) {
      return AccountState.LICENSED;
    }
    Optional<AccountState> found =
        Arrays.stream(AccountState.values()).filter(one -> one.word().equals(account)).findFirst();
    if (found.isEmpty()) {
      String words =
          Arrays.stream(AccountState.values())
              .map(AccountState::word)
              .collect(Collectors.joining(", "));
      errors.add(new FieldError("account", words + " expected, something else came."));
    }
    return found.orElse(AccountState.LICENSED);
  }

  private static @Nullable String bearable(
      String field, @Nullable String text, List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > TEXT_MAX_CHARS || text.indexOf(0) >= 0) {
      errors.add(new FieldError(field, "At most " + TEXT_MAX_CHARS + " characters expected."));
      return null;
    }
    return text.strip();
  }
}
