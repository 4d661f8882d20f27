# The cluster of mode standard, whose nodes are those of node-pools.tf.
resource "google_container_cluster" "standard" {
  count = local.makes_standard ? 1 : 0

  project             = var.project
  name                = var.name
  location            = var.location
  deletion_protection = var.cluster.deletion_protection
  resource_labels     = var.labels

  # The control plane of a regional cluster is in three zones whatever stands here: these are the zones of the nodes. A
  # zonal cluster has its nodes in its own zone.
  node_locations = var.location == local.region ? var.cluster.zones : null

  network           = local.makes_network ? google_compute_network.platform[0].id : var.network.existing.network
  subnetwork        = local.makes_network ? google_compute_subnetwork.nodes[0].id : var.network.existing.subnetwork
  networking_mode   = "VPC_NATIVE"
  datapath_provider = "ADVANCED_DATAPATH"

  ip_allocation_policy {
    cluster_secondary_range_name  = local.makes_network ? google_compute_subnetwork.nodes[0].secondary_ip_range[0].range_name : var.network.existing.pods_range
    services_secondary_range_name = local.makes_network ? google_compute_subnetwork.nodes[0].secondary_ip_range[1].range_name : var.network.existing.services_range
  }

  # Without IP endpoints (below) the provider reads the endpoint as a private one; left out, every plan is a change.
  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
  }

  # As on Autopilot: by DNS name only, where Google checks the caller's IAM permission first.
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

  enable_shielded_nodes = true

  # Google's bill then carries the namespace and the labels of pods.
  cost_management_config {
    enabled = true
  }

  # Nodes that are empty go sooner than with the default. GKE adds no pools of its own.
  cluster_autoscaling {
    autoscaling_profile = "OPTIMIZE_UTILIZATION"
  }

  # GKE makes no cluster without a pool: this one lives for minutes, with the least rights all the same.
  remove_default_node_pool = true
  initial_node_count       = 1

  node_config {
    service_account = google_service_account.nodes.email
    oauth_scopes    = local.node_scopes

    shielded_instance_config {
      enable_secure_boot          = true
      enable_integrity_monitoring = true
    }

    workload_metadata_config {
      mode = "GKE_METADATA"
    }
  }

  timeouts {
    create = "60m"
    update = "60m"
    delete = "60m"
  }

  lifecycle {
    # Of the pool that is gone. Read from the other pools, they would replace the cluster.
    ignore_changes = [initial_node_count, node_config]
  }

  # Nodes that start before their identity may write logs, or before there is a way out, never become ready.
  depends_on = [
    google_project_iam_member.nodes,
    google_compute_router_nat.platform,
  ]
}
