# Registers the application, adds its permissions, grants admin consent and creates the secret.
# Apply it as Privileged Role Administrator or Global Administrator, once per tenant. The state
# holds the secret: keep it where secrets may lie.
terraform {
  required_providers {
    azuread = {
      source  = "hashicorp/azuread"
      version = "~> 3.0"
    }
  }
}

provider "azuread" {
{{cloud}}
}

locals {
  permissions = [
{{permissions}}
  ]
}

data "azuread_client_config" "current" {}

data "azuread_service_principal" "graph" {
  client_id = "{{graphAppId}}"
}

resource "azuread_application" "chronom" {
  display_name            = {{appName}}
  sign_in_audience        = "AzureADMyOrg"
  prevent_duplicate_names = true

  web {
    redirect_uris = [{{redirectUriWithPath}}]
  }

  required_resource_access {
    resource_app_id = "{{graphAppId}}"

    dynamic "resource_access" {
      for_each = local.permissions

      content {
        id   = resource_access.value.id
        type = resource_access.value.type
      }
    }
  }
}

resource "azuread_service_principal" "chronom" {
  client_id = azuread_application.chronom.client_id
}

# Admin consent: the application permissions one by one, the delegated one for everybody.
resource "azuread_app_role_assignment" "consent" {
  for_each = toset([for permission in local.permissions : permission.id if permission.type == "Role"])

  app_role_id         = each.value
  principal_object_id = azuread_service_principal.chronom.object_id
  resource_object_id  = data.azuread_service_principal.graph.object_id
}

resource "azuread_service_principal_delegated_permission_grant" "consent" {
  service_principal_object_id          = azuread_service_principal.chronom.object_id
  resource_service_principal_object_id = data.azuread_service_principal.graph.object_id
  claim_values                         = ["{{delegatedScope}}"]
}

resource "azuread_application_password" "chronom" {
  application_id = azuread_application.chronom.id
  display_name   = {{secretDescription}}
  end_date       = timeadd(timestamp(), "{{secretHours}}h")

  lifecycle {
    ignore_changes = [end_date]
  }
}

output "tenant_id" {
  value = data.azuread_client_config.current.tenant_id
}

output "application_id" {
  value = azuread_application.chronom.client_id
}

# Show it with: terraform output -raw client_secret
output "client_secret" {
  value     = azuread_application_password.chronom.value
  sensitive = true
}
