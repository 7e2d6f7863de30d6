package ai.chronom.m365.platform;

import ai.chronom.m365.identity.Answer;
import ai.chronom.m365.identity.IdentityProvider;
import ai.chronom.m365.identity.IdentityProviders;
import ai.chronom.m365.identity.Said;
import ai.chronom.m365.identity.SignInAttempt;
import ai.chronom.m365.tenant.PublicAddress;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends people to the identity provider and lets them in when it vouches for them. Their session is
 * one of ours like any other; what the provider says is asked once, at its beginning.
 */
@ApplicationScoped
public class SingleSignOn {
  private static final System.Logger LOG = System.getLogger(SingleSignOn.class.getName());
  public static final String ANSWER = "/sign-in/answer";
  public static final String ENDED = "/sign-in/ended";

  @Inject SignInPolicy policy;
  @Inject IdentityProviders providers;
  @Inject PublicAddress publicAddress;
  @Inject Visitors visitors;
  @Inject Entrance entrance;
  @Inject Clock clock;

  private @Nullable IdentityProvider provider;

  @PostConstruct
  void open() {
    if (policy.hasSingleSignOn()) {
      provider = providers.with(OidcConfig.read());
    }
  }

  public boolean isOn() {
    return provider != null;
  }

  /** The provider's host, for people; empty without single sign-on. */
  public String host() {
    IdentityProvider known = provider;
    return known == null ? "" : known.host();
  }

  /** Where to send the browser; empty when the provider cannot be reached. */
  public Optional<URI> begin(HttpServletRequest request, ReturnAddress from, boolean anew) {
    SignInAttempt attempt =
        SignInAttempt.begin(from.path(), outside(request, ANSWER).toString(), clock.instant());
    try {
      URI question = known().question(attempt, anew);
      Attempts.add(request.getSession(), attempt, clock.instant());
      return Optional.of(question);
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The identity provider cannot be asked: {0}",
          e.getMessage());
      return Optional.empty();
    }
  }

  /** Lets somebody in, or says why not. */
  public Welcome end(HttpServletRequest request, HttpServletResponse response) {
    Answer answer = new Answer(request.getParameterMap());
    Optional<SignInAttempt> attempt =
        answer
            .state()
            .flatMap(state -> Attempts.take(request.getSession(false), state, clock.instant()));
    if (attempt.isEmpty()) {
      return Welcome.refused(Welcome.Reason.STALE);
    }
    Said said = known().judge(attempt.get(), answer);
    if (said instanceof Said.Somebody somebody) {
      return letIn(somebody, attempt.get(), request, response);
    }
    return Welcome.refused(reason(said));
  }

  private static Welcome.Reason reason(Said said) {
    if (said instanceof Said.Unreachable unreachable) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The identity provider cannot be asked: {0}",
          unreachable.why());
      return Welcome.Reason.UNREACHABLE;
    }
    if (said instanceof Said.Untrusted untrusted) {
      LOG.log(System.Logger.Level.WARNING, "A sign-in was refused: {0}", untrusted.why());
      return Welcome.Reason.UNTRUSTED;
    }
    return Welcome.Reason.DECLINED;
  }

  private Welcome letIn(
      Said.Somebody somebody,
      SignInAttempt attempt,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = visitors.admit(somebody);
    if (visit.refusal() != null) {
      return new Welcome(ReturnAddress.HOME, visit.refusal(), visit.name());
    }
    entrance.enter(visit.name(), clock.instant(), request, response);
    request.getSession().setAttribute(Vouched.ATTRIBUTE, new Vouched(somebody.idToken()));
    return new Welcome(
        ReturnAddress.parse(attempt.from()).orElse(ReturnAddress.HOME), null, visit.name());
  }

  /** Where the session at the provider ends; empty for who did not come from there. */
  public Optional<URI> farewell(HttpServletRequest request) {
    IdentityProvider known = provider;
    return known == null
        ? Optional.empty()
        : Vouched.in(request)
            .flatMap(vouched -> known.farewell(vouched.idToken(), outside(request, ENDED)));
  }

  /**
   * One of our addresses as browsers know it. Without {@code chronom.public-url} the request tells;
   * a made-up host leads nowhere, since the provider knows the addresses that it may return to.
   */
  private URI outside(HttpServletRequest request, String path) {
    return URI.create(
        publicAddress
            .link(path)
            .orElseGet(
                () ->
                    request.getScheme()
                        + "://"
                        + request.getHeader("Host")
                        + request.getContextPath()
                        + path));
  }

  private IdentityProvider known() {
    IdentityProvider known = provider;
    if (known == null) {
      throw new IllegalStateException("there is no single sign-on");
    }
    return known;
  }
}
