package ai.chronom.m365.vault.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.vault.MasterKeys;
import ai.chronom.m365.vault.Vault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The master keys: how they stand, and their rotation. No answer holds a key. */
@Path("vault")
@RequestScoped
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VaultResource {
  @Inject Vault vault;
  @Inject MasterKeys keys;
  @Inject SecurityContext security;

  @GET
  public VaultAnswer state() {
    return VaultAnswer.of(keys.state(), vault.ready());
  }

  /** A new key, which does not seal yet. */
  @POST
  @Path("keys")
  public Response add(@Context UriInfo address) {
    long id = keys.add(actor());
    return Response.created(address.getAbsolutePathBuilder().path(String.valueOf(id)).build())
        .entity(state())
        .build();
  }

  /** From now on this key seals; everything is sealed anew with it, by and by. */
  @POST
  @Path("keys/{id}/primary")
  public VaultAnswer promote(@PathParam("id") String id) {
    keys.promote(keyId(id), actor());
    return state();
  }

  /** Only a key under which nothing is sealed any more. */
  @DELETE
  @Path("keys/{id}")
  public void drop(@PathParam("id") String id) {
    keys.drop(keyId(id), actor());
  }

  private static long keyId(String text) {
    if (!text.matches("[0-9]{1,10}")) {
      throw Problem.notFound("This master key");
    }
    return Long.parseLong(text);
  }

  private Actor actor() {
    return new Actor(security.getCallerPrincipal().getName());
  }
}
