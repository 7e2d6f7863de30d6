package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.vault.SecondFactors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one way in: people by the login page and then by their session, programs by an API token that
 * makes no session. A session may read REST for downloads; writing takes a token, so that no
 * foreign page can make a browser write.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
  private static final String CHOICE = "/account";
  private static final String SECOND_FACTOR = "/account/second-factor";
  private static final Map<String, String> PAGES =
      Map.of(CHOICE, "/platform/account.xhtml", SECOND_FACTOR, "/platform/second-factor.xhtml");

  @Inject IdentityStoreHandler identities;
  @Inject Accounts accounts;
  @Inject Clock clock;
  @Inject Doorkeeper doorkeeper;
  @Inject Entrance entrance;
  @Inject Sessions sessions;
  @Inject SecondFactors factors;
  @Inject SecondFactorRule factorRule;
  @Inject ApiTokens programs;
  @Inject Reaches reaches;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    AnswerHeaders.apply(request, response);
    Destination destination = Destination.of(request);
    try {
      if (doorkeeper.turnsAway(request, response)) {
        return AuthenticationStatus.SEND_FAILURE;
      }
      if (context.isAuthenticationRequest()
          && context.getAuthParameters().getCredential() != null) {
        return byPassword(request, response, context, context.getAuthParameters().getCredential());
      }
      return switch (destination) {
        case RESOURCE -> context.doNothing();
        case API -> toApi(request, response, context);
        case PAGE -> toPage(request, response, context);
      };
    } catch (IOException e) {
      // The caller hung up: nobody is there to be told.
      return AuthenticationStatus.SEND_FAILURE;
    } catch (RuntimeException e) {
      return trouble(request, response, destination, e);
    }
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    context.cleanClientSubject();
  }

  private AuthenticationStatus byPassword(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context,
      Credential credential) {
    HalfSignedIn.forget(request);
    CredentialValidationResult result = identities.validate(credential);
    if (result.getStatus() != CredentialValidationResult.Status.VALID) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    String name = result.getCallerPrincipal().getName();
    if (factors.isOn(name)) {
      entrance.leave(request);
      new HalfSignedIn(name, clock.instant()).enter(request, response);
      return AuthenticationStatus.SEND_FAILURE;
    }
    entrance.enter(name, clock.instant(), request, response);
    return context.notifyContainerAboutLogin(result);
  }

  private AuthenticationStatus toApi(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws IOException {
    String header = request.getHeader("Authorization");
    if (header != null) {
      Optional<CredentialValidationResult> result =
          Tokens.ofHeader(header).map(token -> identities.validate(new TokenCredential(token)));
      if (result
          .filter(r -> r.getStatus() == CredentialValidationResult.Status.VALID)
          .isPresent()) {
        Tokens.ofHeader(header)
            .flatMap(programs::find)
            .ifPresent(program -> request.setAttribute(Reach.ATTRIBUTE, reaches.of(program)));
        return context.notifyContainerAboutLogin(result.get());
      }
      return refuse(request, response, "This API token is unknown, expired or revoked.");
    }
    if (Destination.onlyReads(request)) {
      Optional<Account> known = bySession(request).filter(person -> onlyPage(person).isEmpty());
      if (known.isPresent()) {
        return signIn(known.get(), request, context);
      }
    }
    return refuse(request, response, "Send an API token: Authorization: Bearer cht_…");
  }

  private AuthenticationStatus toPage(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws IOException {
    Optional<Account> known = bySession(request);
    Optional<String> only = known.flatMap(this::onlyPage).filter(page -> !isAt(request, page));
    if (only.isPresent()) {
      Refusal.redirect(request, response, request.getContextPath() + only.get());
      return AuthenticationStatus.SEND_CONTINUE;
    }
    if (known.isPresent()) {
      return signIn(known.get(), request, context);
    }
    if (!context.isProtected()) {
      return context.doNothing();
    }
    Refusal.toLogin(request, response);
    return AuthenticationStatus.SEND_CONTINUE;
  }

  /** Empty when nobody is signed in, for too long already, or no longer welcome. */
  private Optional<Account> bySession(HttpServletRequest request) {
    return SignedIn.in(request)
        .filter(person -> person.isFresh(clock.instant()) && sessions.goesOn(person))
        .flatMap(person -> accounts.welcome(person.name(), person.since()));
  }

  private AuthenticationStatus signIn(
      Account person, HttpServletRequest request, HttpMessageContext context) {
    request.setAttribute(Reach.ATTRIBUTE, reaches.of(person));
    return context.notifyContainerAboutLogin(person.name(), Set.of(person.role()));
  }

  /** For those whose password was lent to them, or who still owe a second factor. */
  private Optional<String> onlyPage(Account person) {
    if (person.mustChoose()) {
      return Optional.of(CHOICE);
    }
    return factorRule.asks(person) ? Optional.of(SECOND_FACTOR) : Optional.empty();
  }

  private static boolean isAt(HttpServletRequest request, String page) {
    String path = Destination.path(request);
    return path.equals(page) || path.equals(PAGES.get(page));
  }

  private static AuthenticationStatus refuse(
      HttpServletRequest request, HttpServletResponse response, String detail) throws IOException {
    Problem problem = new Problem(ProblemKind.NOT_SIGNED_IN, detail);
    Refusal.problem(request, response, problem, request.getRequestURI());
    return AuthenticationStatus.SEND_FAILURE;
  }

  /** The server would log it a second time and answer in its own words. */
  private static AuthenticationStatus trouble(
      HttpServletRequest request,
      HttpServletResponse response,
      Destination destination,
      RuntimeException thrown) {
    String path = request.getRequestURI();
    Problem problem = Incidents.meet(thrown, request.getMethod() + " " + path);
    try {
      if (destination == Destination.API) {
        Refusal.problem(request, response, problem, path);
      } else {
        response.sendError(ProblemDocument.statusOf(problem.kind()));
      }
    } catch (IOException e) {
      // The caller hung up: nobody is there to be told.
      return AuthenticationStatus.SEND_FAILURE;
    }
    return AuthenticationStatus.SEND_FAILURE;
  }
}
