# The cluster of mode autopilot. That of mode standard is a resource of its own, so that neither block is full of nulls.
resource "google_container_cluster" "autopilot" {
  count = local.makes_autopilot ? 1 : 0

  project             = var.project
  name                = var.name
  location            = var.location
  enable_autopilot    = true
  deletion_protection = var.cluster.deletion_protection
  resource_labels     = var.labels

  network         = local.makes_network ? google_compute_network.platform[0].id : var.network.existing.network
  subnetwork      = local.makes_network ? google_compute_subnetwork.nodes[0].id : var.network.existing.subnetwork
  networking_mode = "VPC_NATIVE"

  ip_allocation_policy {
    cluster_secondary_range_name  = local.makes_network ? google_compute_subnetwork.nodes[0].secondary_ip_range[0].range_name : var.network.existing.pods_range
    services_secondary_range_name = local.makes_network ? google_compute_subnetwork.nodes[0].secondary_ip_range[1].range_name : var.network.existing.services_range
  }

  # Without IP endpoints (below) the provider reads the endpoint as a private one; left out, every plan is a change.
  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
  }

  # The API server is reached by its DNS name only: Google checks the caller's IAM permission
  # (container.clusters.connect) before the API server sees a byte, so runners need no allow-list of addresses.
  control_plane_endpoints_config {
    dns_endpoint_config {
      allow_external_traffic = true
    }

    ip_endpoints_config {
      enabled = false
    }
  }

  workload_identity_config {
    workload_pool = "${var.project}.svc.id.goog"
  }

  release_channel {
    channel = var.cluster.release_channel
  }

  dynamic "maintenance_policy" {
    for_each = var.cluster.maintenance == null ? [] : [var.cluster.maintenance]

    content {
      recurring_window {
        start_time = maintenance_policy.value.start_time
        end_time   = maintenance_policy.value.end_time
        recurrence = maintenance_policy.value.recurrence
      }

      dynamic "maintenance_exclusion" {
        for_each = maintenance_policy.value.exclusions

        content {
          exclusion_name = maintenance_exclusion.key
          start_time     = maintenance_exclusion.value.start_time
          end_time       = maintenance_exclusion.value.end_time

          exclusion_options {
            scope = maintenance_exclusion.value.scope
          }
        }
      }
    }
  }

  # Rights for everybody with a Google account, or without one, cannot be given in this cluster by mistake.
  rbac_binding_config {
    enable_insecure_binding_system_authenticated   = false
    enable_insecure_binding_system_unauthenticated = false
  }

  # Google's bill then carries the namespace and the labels of pods.
  cost_management_config {
    enabled = true
  }

  # On Autopilot this is where the identity of the nodes is set.
  cluster_autoscaling {
    auto_provisioning_defaults {
      service_account = google_service_account.nodes.email
      oauth_scopes    = local.node_scopes
    }
  }

  timeouts {
    create = "60m"
    update = "60m"
    delete = "60m"
  }

  lifecycle {
    precondition {
      condition     = var.location == local.region
      error_message = "An Autopilot cluster is regional: give a region such as ${local.region}, not a zone."
    }
  }

  # Nodes that start before their identity may write logs, or before there is a way out, never become ready.
  depends_on = [
    google_project_iam_member.nodes,
    google_compute_router_nat.platform,
  ]
}
